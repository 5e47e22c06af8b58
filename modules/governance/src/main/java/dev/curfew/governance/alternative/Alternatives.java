package dev.curfew.governance.alternative;

import dev.curfew.governance.policy.PolicyDecision;
import dev.curfew.governance.policy.Requirement;
import dev.curfew.governance.policy.cedar.Policies;
import dev.curfew.governance.policy.question.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Looks for what would get a better answer, by asking the same policies again. First one thing at a time; where none
/// alone helps enough, all together, and then as few of them as still do.
public final class Alternatives {
    /// Whoever reads more has forgotten the first.
    private static final int SHOWN_MAX = 8;

    /// Worse than any number of signatures.
    private static final int REFUSED = Integer.MAX_VALUE;

    private final Policies policies;
    private final Question question;
    private final int now;

    private Alternatives(Policies policies, Question question) {
        this.policies = policies;
        this.question = question;
        now = rank(policies.decide(question));
    }

    /// Best answer first; empty if it is allowed already, or if nothing that is known of would change the answer.
    public static List<Alternative> of(Policies policies, Question question) {
        return new Alternatives(policies, question).found();
    }

    /// How far it is from being allowed: in signatures.
    private static int rank(PolicyDecision decision) {
        return switch (decision) {
            case PolicyDecision.Allowed _ -> 0;
            case PolicyDecision.NeedsSignatures needs ->
                needs.missing().stream().mapToInt(Requirement::count).sum();
            case PolicyDecision.Refused _ -> REFUSED;
        };
    }

    private List<Alternative> found() {
        if (now == 0) {
            return List.of();
        }
        List<Lever> levers = Levers.of(question, policies.text());
        List<Alternative> found = new ArrayList<>();
        levers.forEach(lever -> found.addAll(alone(lever)));
        int best = found.stream().mapToInt(one -> rank(one.decision())).min().orElse(now);
        if (now == REFUSED ? best == REFUSED : best > 0) {
            found.addAll(together(levers, best));
        }
        return found.stream()
                .sorted(Comparator.<Alternative>comparingInt(one -> rank(one.decision()))
                        .thenComparingInt(one -> one.changes().size()))
                .limit(SHOWN_MAX)
                .toList();
    }

    private List<Alternative> alone(Lever lever) {
        return switch (lever) {
            case Lever.Lower lower -> lowered(lower);
            case Lever.OneOf oneOf -> chosen(oneOf);
        };
    }

    /// Each rung that gets a better answer than those above it, and as mild as it may be.
    private List<Alternative> lowered(Lever.Lower lever) {
        List<Alternative> found = new ArrayList<>();
        int best = now;
        long above = lever.now();
        for (long rung : lever.rungs()) {
            int rank = rank(decide(List.of(lever.to().apply(rung))));
            if (rank < best) {
                best = rank;
                Change mildest = lever.to().apply(mildest(lever, rung, above, rank, List.of()));
                found.add(new Alternative(List.of(mildest.words()), decide(List.of(mildest))));
            }
            above = rung;
        }
        return found;
    }

    /// The highest number between the two that still gets that answer.
    private long mildest(Lever.Lower lever, long good, long bad, int rank, List<Change> besides) {
        long low = good;
        long high = bad;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            List<Change> changes = new ArrayList<>(besides);
            changes.add(lever.to().apply(middle));
            if (rank(decide(changes)) <= rank) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private List<Alternative> chosen(Lever.OneOf lever) {
        int best = lever.options().stream()
                .mapToInt(option -> rank(decide(List.of(option))))
                .min()
                .orElse(now);
        if (best >= now) {
            return List.of();
        }
        List<Change> helping = lever.options().stream()
                .filter(option -> rank(decide(List.of(option))) == best)
                .toList();
        return List.of(new Alternative(
                List.of(lever.together().words(helping, lever.options().size())), decide(List.of(helping.getFirst()))));
    }

    /// @param best what one change alone comes to
    private List<Alternative> together(List<Lever> levers, int best) {
        List<Lever> all = levers.stream()
                .filter(lever -> !(lever instanceof Lever.OneOf oneOf && oneOf.alone()))
                .toList();
        List<Lever> kept = new ArrayList<>(all);
        int wanted = rank(decide(strongest(kept)));
        if (wanted >= Math.min(best, now)) {
            return List.of();
        }
        // What is asked of others goes first: what is left is what whoever asks can see to.
        for (Lever lever : all.reversed()) {
            kept.remove(lever);
            if (kept.isEmpty() || rank(decide(strongest(kept))) > wanted) {
                kept.add(lever);
            }
        }
        kept.sort(Comparator.comparingInt(all::indexOf));
        List<Change> changes = softened(kept, wanted);
        return changes.size() < 2
                ? List.of()
                : List.of(new Alternative(changes.stream().map(Change::words).toList(), decide(changes)));
    }

    private static List<Change> strongest(List<Lever> levers) {
        return levers.stream().map(Lever::strongest).toList();
    }

    private List<Change> softened(List<Lever> levers, int wanted) {
        List<Change> changes = new ArrayList<>(strongest(levers));
        for (int i = 0; i < levers.size(); i++) {
            if (levers.get(i) instanceof Lever.Lower lower) {
                List<Change> besides = new ArrayList<>(changes);
                besides.remove(i);
                changes.set(i, lower.to().apply(mildest(lower, lower.rungs().getLast(), lower.now(), wanted, besides)));
            }
        }
        return List.copyOf(changes);
    }

    private PolicyDecision decide(List<Change> changes) {
        return policies.decide(Change.apply(question, changes));
    }
}
