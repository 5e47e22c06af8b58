package dev.curfew.app.usecase.run;

import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Orders that name where a source hands something out instead of a policy: what is asked for is then the policy that
/// lets its holder read there and nowhere else, and what is handed over is what is read.
final class LeasedPaths {
    private static final Messages MESSAGES = Messages.of(LeasedPaths.class);

    private final Estate estate;

    LeasedPaths(Estate estate) {
        this.estate = estate;
    }

    /// The same order, or by the policy if it names a path.
    ///
    /// @throws Refused if no policy lets exactly that
    RunOrder resolve(RunOrder order) {
        List<EntityId> named = estate.named(order.policy());
        return named.size() == 1 && named.getFirst() instanceof ResourceId path ? at(path, order) : order;
    }

    private RunOrder at(ResourceId path, RunOrder order) {
        SnapshotIndex index = estate.current();
        String where = index.resource(path).orElseThrow().name();
        Map<String, String> claims = new HashMap<>(order.claims());
        claims.put(ExceptionRequest.LEASE, where);
        return new RunOrder(policy(index, path, where).text(), order.duration(), order.purpose(), claims);
    }

    private static PolicyId policy(SnapshotIndex index, ResourceId path, String where) {
        BlastRadius radius = new BlastRadius(index);
        return index.snapshot().policies().stream()
                .filter(policy -> policy.source().equals(path.source()))
                .filter(policy -> policy.text().contains(where))
                .sorted(Comparator.comparing(Policy::name))
                .map(Policy::id)
                .filter(policy -> letsOnly(radius, policy, path))
                .findFirst()
                .orElseThrow(() -> new Refused(MESSAGES.text("no-policy", path.source(), where)));
    }

    private static boolean letsOnly(BlastRadius radius, PolicyId policy, ResourceId path) {
        List<Reached> first = radius.adds(policy).reached().stream()
                .filter(reached -> reached.path().size() == 1)
                .toList();
        return first.size() == 1
                && first.getFirst().target().equals(path)
                && first.getFirst().how() == HopKind.READS
                && first.getFirst().certainty() == Certainty.CERTAIN;
    }
}
