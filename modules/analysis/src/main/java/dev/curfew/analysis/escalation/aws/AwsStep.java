package dev.curfew.analysis.escalation.aws;

import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.model.evaluation.Evaluation;
import java.util.List;
import java.util.Optional;

/// What one method is for one actor, by itself.
///
/// @param target whose rights it gets; empty: it makes an administrator of the account
/// @param actions all that it takes
public record AwsStep(Optional<Actor> target, Kind kind, List<String> actions, Evaluation decision) {

    /// What is done.
    public enum Kind {
        /// A new credential of somebody else is made.
        MINTS,
        /// Somebody is let in who was not, or made an administrator.
        WIDENS,
        /// A role is handed to a service.
        PASSES,
        /// What runs as a role is made to act.
        USES
    }

    public AwsStep {
        actions = List.copyOf(actions);
    }
}
