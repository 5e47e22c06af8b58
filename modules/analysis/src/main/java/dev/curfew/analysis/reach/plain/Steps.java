package dev.curfew.analysis.reach.plain;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.right.Right;
import dev.curfew.model.right.RightLevel;
import java.util.List;
import java.util.Set;

/// The hop that a right is.
final class Steps {

    private Steps() {}

    /// By a policy that is held.
    ///
    /// @param position of the right in the policy
    static Hop hop(PolicyId policy, EntityId to, Right right, int position) {
        return hop(policy, to, right, policy, position);
    }

    /// By a policy that says it of somebody.
    static Hop hop(EntityId from, EntityId to, Right right, PolicyId policy, int position) {
        return new Hop(from, to, kind(right.level()), actions(right), decision(right, policy, position));
    }

    private static HopKind kind(RightLevel level) {
        return switch (level) {
            case READ, READ_SECRET -> HopKind.READS;
            case WRITE -> HopKind.WRITES;
            case PERMISSIONS, ADMINISTER -> HopKind.ADMINISTERS;
            case BECOME -> HopKind.ASSUMES;
            case MINT -> HopKind.MINTS;
        };
    }

    /// To administer is everything, whatever it is called: its statement says that. Permissions have a name.
    private static String actions(Right right) {
        String actions = String.join(", ", right.actions());
        return switch (right.level()) {
            case ADMINISTER -> "";
            case PERMISSIONS -> actions.isEmpty() ? right.level().text() : actions;
            case READ, WRITE, BECOME, MINT, READ_SECRET -> actions;
        };
    }

    private static Evaluation decision(Right right, PolicyId policy, int position) {
        String label = right.id().isEmpty() ? String.join(", ", right.actions()) : right.id();
        List<DecidingStatement> statement = List.of(new DecidingStatement(policy.nativeId(), position, label));
        return right.condition().isEmpty()
                ? new Evaluation.Allowed(statement)
                : new Evaluation.Conditional(statement, Set.of(right.condition()));
    }
}
