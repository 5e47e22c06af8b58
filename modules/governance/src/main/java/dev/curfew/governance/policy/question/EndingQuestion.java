package dev.curfew.governance.policy.question;

/// One question to the policies about a plan of revocation.
///
/// @param principal who made the plan
/// @param plan its id
public record EndingQuestion(Requester principal, String plan, Ending context) {}
