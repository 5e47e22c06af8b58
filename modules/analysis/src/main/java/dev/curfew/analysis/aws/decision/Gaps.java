package dev.curfew.analysis.aws.decision;

import dev.curfew.analysis.aws.AwsRequest;
import dev.curfew.analysis.aws.condition.Chosen;
import dev.curfew.analysis.aws.condition.Condition;
import dev.curfew.analysis.aws.condition.Match;
import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.condition.ShortArns;
import dev.curfew.analysis.aws.condition.TextPattern;
import dev.curfew.analysis.aws.condition.UnhandledCondition;
import dev.curfew.analysis.aws.condition.sample.Samples;
import dev.curfew.analysis.aws.document.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is not known of a request, as far as statements hang on it: each unknown with the choices that make a
/// difference, and each statement with what it hangs on.
final class Gaps {
    private static final String CANONICAL_USER = "principal CanonicalUser";

    /// Rows of the largest table; a part that hangs on more is not looked into.
    private static final int ROWS_MAX = 100_000;

    private final AwsRequest request;
    private final RequestContext whole;
    private final Map<String, Unknown> unknowns = new LinkedHashMap<>();
    private final Map<Said, List<Atom>> atoms = new LinkedHashMap<>();
    private final List<Condition> conditions = new ArrayList<>();
    private final List<TextPattern> patterns = new ArrayList<>();
    private boolean tooMany;

    Gaps(AwsRequest request, List<Said> said) {
        this.request = request;
        this.whole = request.context().whole();
        for (Said each : said) {
            if (!each.certain()) {
                atoms.put(each, atoms(each));
            }
        }
        sample();
        reduce();
        boolean more = false;
        for (Unknown unknown : unknowns.values()) {
            more |= unknown.combine();
        }
        if (more) {
            reduce();
        }
    }

    private List<Atom> atoms(Said said) {
        List<Atom> found = new ArrayList<>();
        Statement statement = said.statement();
        RequestContext context = request.context();
        if (!said.named()) {
            found.add(undecidable(CANONICAL_USER));
        }
        ShortArns arns = ShortArns.of(said.layer());
        if (statement.matchesResource(request.resource(), context, arns) == Match.MAYBE) {
            found.add(ofResource(statement, arns));
        }
        for (Condition condition : statement.conditions()) {
            if (condition instanceof UnhandledCondition(String what)) {
                found.add(undecidable(what));
            } else if (condition.matches(context) == Match.MAYBE) {
                Set<String> names = new LinkedHashSet<>();
                condition.unknownKeys(context, names);
                conditions.add(condition);
                found.add(new Atom(it -> condition.matches(it).isYes(), keys(names)));
            }
        }
        return found;
    }

    private Atom ofResource(Statement statement, ShortArns arns) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < statement.resourceTexts().size(); i++) {
            statement.resource(i).unknownKeys(request.context(), names);
            patterns.add(statement.resource(i));
        }
        return new Atom(
                it -> statement.matchesResource(request.resource(), it, arns).isYes(), keys(names));
    }

    private Atom undecidable(String what) {
        return new Atom(_ -> false, List.of(unknowns.computeIfAbsent(what, Unknown::undecidable)));
    }

    /// A key that is written in two ways has the name that comes first.
    private List<Unknown> keys(Set<String> names) {
        Set<Unknown> keys = new LinkedHashSet<>();
        for (String name : names) {
            keys.add(unknowns.computeIfAbsent("key " + RequestContext.lower(name), _ -> Unknown.key(name, request)));
        }
        return List.copyOf(keys);
    }

    /// Values that are compared with each other by variables have to be tried together.
    private void sample() {
        Map<String, Samples> samples = new HashMap<>();
        List<Unknown> keys = unknowns.values().stream().filter(Unknown::isKey).toList();
        for (Unknown unknown : keys) {
            Samples own = new Samples();
            conditions.forEach(condition -> condition.sample(unknown.key(), own));
            patterns.forEach(pattern -> pattern.sampleVariable(unknown.key(), request.resource(), own));
            samples.put(unknown.key(), own);
        }
        for (Unknown unknown : keys) {
            Samples own = samples.getOrDefault(unknown.key(), new Samples());
            conditions.forEach(condition ->
                    condition.sampleVariables(unknown.key(), request.context(), key -> values(key, samples), own));
        }
        for (Unknown unknown : keys) {
            Optional<String> only = only(unknown);
            only.ifPresentOrElse(unknown::fix, () -> unknown.sample(values(unknown.key(), samples)));
        }
    }

    private Optional<String> only(Unknown unknown) {
        boolean region = unknown.chosen() == Chosen.FREELY && unknown.key().equals(Chosen.REGION);
        return region ? Region.of(request) : Optional.empty();
    }

    private Collection<String> values(String key, Map<String, Samples> samples) {
        Samples sampled = samples.get(key);
        return sampled == null ? request.context().of(key) : sampled.values();
    }

    /// Leaves of every unknown one choice of those between which nothing makes a difference.
    private void reduce() {
        List<Atom> all = atoms.values().stream().flatMap(List::stream).toList();
        for (Atom atom : all) {
            if (rows(atom) > ROWS_MAX) {
                tooMany = true;
                return;
            }
        }
        all.forEach(atom -> atom.tabulate(whole));
        for (Unknown unknown : unknowns.values()) {
            List<Atom> touched =
                    all.stream().filter(it -> it.unknowns().contains(unknown)).toList();
            Map<List<BitSet>, Integer> first = new LinkedHashMap<>();
            for (int i = 0; i < unknown.size(); i++) {
                int choice = i;
                first.putIfAbsent(
                        touched.stream().map(it -> it.slice(unknown, choice)).toList(), choice);
            }
            unknown.keep(List.copyOf(first.values()));
            touched.forEach(atom -> atom.tabulate(whole));
        }
    }

    private static double rows(Atom atom) {
        return atom.unknowns().stream().mapToDouble(Unknown::size).reduce(1, (a, b) -> a * b);
    }

    /// Whether there is more than can be looked into.
    boolean areTooMany() {
        return tooMany;
    }

    List<Unknown> unknowns() {
        return List.copyOf(unknowns.values());
    }

    /// Whether a statement applies.
    ///
    /// @param chosen the number of each unknown's choice
    boolean applies(Said said, Map<Unknown, Integer> chosen) {
        return atoms.getOrDefault(said, List.of()).stream().allMatch(atom -> atom.holds(chosen));
    }
}
