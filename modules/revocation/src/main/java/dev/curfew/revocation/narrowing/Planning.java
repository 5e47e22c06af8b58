package dev.curfew.revocation.narrowing;

import dev.curfew.analysis.narrowing.Narrowed;
import dev.curfew.analysis.narrowing.policy.PolicyNarrowing;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.narrowing.MeasuredUse;
import dev.curfew.model.narrowing.PolicyKeeper;
import dev.curfew.model.narrowing.PolicyText;
import dev.curfew.model.narrowing.UseLog;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Works out how a policy is narrowed. Changes nothing.
final class Planning {
    private static final Messages MESSAGES = Messages.of(Planning.class);

    /// More of what goes out of reach than a person looks at.
    private static final int OUT_MAX = 1_000;

    /// Who holds which policies of an OpenBao is in these.
    private static final Set<String> HOLDING = Set.of("tokens", "entities", "groups", "policies", "logins", "approles");

    private final Office office;
    private final Targets targets;

    Planning(Office office, Targets targets) {
        this.office = office;
        this.targets = targets;
    }

    /// @return the plan, or UNKNOWN_POLICY, AMBIGUOUS, NOT_NARROWABLE, USE_UNREAD, NOTHING_TO_NARROW, PROTECTED,
    ///     OWN_CREDENTIAL, SOURCE_FAILED
    Outcome<NarrowPlan> plan(SnapshotIndex index, NarrowOrder order, Progress progress) throws InterruptedException {
        List<Policy> named = named(index, order.policy());
        if (named.size() != 1) {
            return named.isEmpty()
                    ? Outcome.refused(Refusal.UNKNOWN_POLICY, order.policy())
                    : Outcome.refused(
                            Refusal.AMBIGUOUS,
                            order.policy(),
                            named.stream().map(it -> it.id().text()).collect(Collectors.joining(", ")));
        }
        Policy policy = named.getFirst();
        boolean limits = index.snapshot().grants().stream()
                .anyMatch(grant -> grant.policy().equals(policy.id()) && grant.role() != GrantRole.IDENTITY);
        if (limits) {
            return Outcome.refused(Refusal.NOT_NARROWABLE, policy.id().text(), MESSAGES.text("limits"));
        }
        Optional<UseLog> log = targets.uses(policy.source());
        if (log.isEmpty()) {
            return Outcome.refused(Refusal.NOT_NARROWABLE, policy.id().text(), MESSAGES.text("no-record"));
        }
        Outcome<Holders> holders = Holders.of(index, policy.id()).touchable(index);
        if (!(holders instanceof Outcome.Done<Holders>(Holders held))) {
            return holders.then(_ -> Outcome.refused(Refusal.UNKNOWN_POLICY, order.policy()));
        }
        try {
            PolicyText prior = prior(policy);
            MeasuredUse use = log.get().of(policy.id(), held.holdings().keySet(), order.since(), progress);
            if (!use.unread().isEmpty()) {
                return Outcome.refused(Refusal.USE_UNREAD, policy.id().text(), String.join("; ", use.unread()));
            }
            return planned(index, policy, prior, use, held, order);
        } catch (SourceException e) {
            return Outcome.refused(Refusal.SOURCE_FAILED, policy.source().value(), String.valueOf(e.getMessage()));
        }
    }

    static List<Policy> named(SnapshotIndex index, String text) {
        List<Policy> byId = index.resolve(text).stream()
                .filter(PolicyId.class::isInstance)
                .flatMap(id -> index.policy((PolicyId) id).stream())
                .toList();
        return byId.isEmpty()
                ? index.snapshot().policies().stream()
                        .filter(policy -> policy.name().equals(text)
                                || (policy.source().value() + ":" + policy.name()).equals(text))
                        .toList()
                : byId;
    }

    /// As it stands at the source now; where that is not acted on, as it was read.
    private PolicyText prior(Policy policy) throws InterruptedException {
        Optional<PolicyKeeper> keeper = targets.keeper(policy.source());
        return keeper.isPresent() ? keeper.get().read(policy.id()) : new PolicyText(policy.text(), "", Map.of());
    }

    private Outcome<NarrowPlan> planned(
            SnapshotIndex index, Policy policy, PolicyText prior, MeasuredUse use, Holders held, NarrowOrder order) {
        Narrowed narrowed = narrowed(index, policy, prior, use, held, order);
        return switch (narrowed) {
            case Narrowed.Impossible(String why) ->
                Outcome.refused(Refusal.NOT_NARROWABLE, policy.id().text(), why);
            case Narrowed.Nothing(List<String> notes) ->
                Outcome.refused(Refusal.NOTHING_TO_NARROW, policy.id().text(), String.join(" ", notes));
            case Narrowed.Narrower narrower -> {
                Set<EntityId> before = reached(index.snapshot(), policy, prior.text());
                Set<EntityId> after = reached(index.snapshot(), policy, narrower.text());
                yield Outcome.done(new NarrowPlan(
                        policy.id(),
                        prior,
                        narrower,
                        use,
                        held.all(),
                        use.from().filter(order.since()::isBefore).orElse(order.since()),
                        before.size(),
                        after.size(),
                        before.stream()
                                .filter(each -> !after.contains(each))
                                .sorted()
                                .limit(OUT_MAX)
                                .toList()));
            }
        };
    }

    private Narrowed narrowed(
            SnapshotIndex index, Policy policy, PolicyText prior, MeasuredUse use, Holders held, NarrowOrder order) {
        Map<String, String> texts = new TreeMap<>();
        index.snapshot().policies().stream()
                .filter(other ->
                        other.source().equals(policy.source()) && other.kind().equals(policy.kind()))
                .forEach(other -> texts.put(other.name(), other.text()));
        texts.put(policy.name(), prior.text());
        boolean known = index.snapshot().coverage().stream()
                .filter(it -> it.source().equals(policy.source()) && HOLDING.contains(it.scope()))
                .allMatch(Coverage::provesAbsence);
        Narrowed narrowed = PolicyNarrowing.of(
                policy.kind(),
                policy.name(),
                texts,
                held.names(index),
                use.uses(),
                known ? order.pathsMax() : 0,
                office.clock().instant());
        return known || !(narrowed instanceof Narrowed.Narrower it) ? narrowed : noting(it);
    }

    private static Narrowed noting(Narrowed.Narrower narrower) {
        List<String> notes = new ArrayList<>(narrower.notes());
        notes.add(MESSAGES.text("holders-unread"));
        return new Narrowed.Narrower(narrower.text(), narrower.cuts(), notes, narrower.exactness());
    }

    private static Set<EntityId> reached(Snapshot snapshot, Policy policy, String text) {
        Policy other = new Policy(policy.id(), policy.kind(), policy.name(), text, policy.provenance());
        SnapshotBuilder builder = new SnapshotBuilder()
                .addAll(snapshot.identities())
                .addAll(snapshot.credentials())
                .addAll(snapshot.grants())
                .addAll(snapshot.memberships())
                .addAll(snapshot.resources())
                .addAll(snapshot.trusts())
                .cover(snapshot.coverage());
        snapshot.policies().forEach(each -> builder.add(each.id().equals(policy.id()) ? other : each));
        Reach reach = new BlastRadius(new SnapshotIndex(builder.build(snapshot.number(), snapshot.takenAt())))
                .adds(policy.id());
        return reach.reached().stream().map(Reached::target).collect(Collectors.toCollection(HashSet::new));
    }
}
