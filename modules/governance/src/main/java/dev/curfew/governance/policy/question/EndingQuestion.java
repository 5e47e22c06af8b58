package dev.curfew.governance.policy.question;

import java.util.Set;

/// One question to the policies about a plan of revocation.
///
/// @param principal who made the plan
/// @param plan its id
public record EndingQuestion(Requester principal, String plan, Ending context) {
    /// The same of sources that are for nothing else.
    public EndingQuestion in(Set<String> environments) {
        return new EndingQuestion(principal, plan, context.in(environments));
    }
}
