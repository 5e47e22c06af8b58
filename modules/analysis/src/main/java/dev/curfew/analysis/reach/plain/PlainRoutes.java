package dev.curfew.analysis.reach.plain;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.route.CredentialRoutes;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.reach.route.Leading;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.analysis.reach.route.Routes;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.right.Right;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Ways by rights that sources state themselves (`Rights`), whatever the source: by what somebody holds, alone or as a
/// member, and by who is trusted to become whom.
public final class PlainRoutes implements Routes {
    private final SnapshotIndex index;
    private final Map<SourceName, PlainSource> sources;
    private final Policies policies;
    private final Map<EntityId, List<Route>> trusted;

    public PlainRoutes(SnapshotIndex index) {
        this.index = index;
        sources = PlainSource.all(index.snapshot());
        policies = new Policies(index);
        trusted = Trusted.all(index, policies, sources);
    }

    /// Somebody may hold a policy of any source.
    @Override
    public Optional<Leading> leadingTo(Set<EntityId> targets) {
        boolean any = targets.stream().anyMatch(it -> it instanceof PolicyId || sources.containsKey(it.source()));
        return any ? Optional.of(new Leading(this, from -> sources.containsKey(from.source()))) : Optional.empty();
    }

    @Override
    public void from(EntityId from, Predicate<EntityId> settled, Consumer<Route> found) {
        PlainSource source = sources.get(from.source());
        if (source == null || hasEnded(from)) {
            return;
        }
        if (from.equals(source.whole())) {
            everything(source, settled, found);
            return;
        }
        Holdings.of(index, from).forEach((policy, hops) -> {
            switch (policies.of(policy)) {
                case Policies.Text.Stated readable -> {
                    Holder holder = new Holder(source, from, policy, hops);
                    holder.find(readable.statements(), settled, found);
                }
                case Policies.Text.Unread unread -> unknown(policy, hops, unread.problem(), found);
                case Policies.Text.Foreign _ -> {}
            }
        });
        for (Route route : trusted.getOrDefault(from, List.of())) {
            if (!settled.test(route.target())) {
                found.accept(route);
            }
        }
    }

    private boolean hasEnded(EntityId from) {
        return from instanceof CredentialId id
                && index.credential(id)
                        .filter(it -> CredentialRoutes.works(it, index))
                        .isEmpty();
    }

    private static void everything(PlainSource source, Predicate<EntityId> settled, Consumer<Route> found) {
        Evaluation given = Decisions.given(source.whole().nativeId(), "administrator");
        for (EntityId each : source.everything()) {
            if (!settled.test(each)) {
                found.accept(new Route(each, List.of(new Hop(source.whole(), each, HopKind.ADMINISTERS, "", given))));
            }
        }
    }

    private static void unknown(PolicyId policy, List<Hop> hops, String problem, Consumer<Route> found) {
        if (!hops.isEmpty()) {
            Hop last = hops.getLast();
            Hop unknown = new Hop(last.from(), policy, HopKind.HOLDS, "", new Evaluation.Unknown(List.of(problem)));
            found.accept(Route.of(hops.subList(0, hops.size() - 1), unknown));
        }
    }

    /// Somebody who has one policy.
    private record Holder(PlainSource source, EntityId who, PolicyId policy, List<Hop> hops) {

        void find(List<Right> statements, Predicate<EntityId> settled, Consumer<Route> found) {
            for (int position = 0; position < statements.size(); position++) {
                Right right = statements.get(position);
                for (EntityId target : source.targets(right)) {
                    if (!target.equals(who) && !settled.test(target)) {
                        found.accept(Route.of(hops, Steps.hop(policy, target, right, position)));
                    }
                }
            }
        }
    }
}
