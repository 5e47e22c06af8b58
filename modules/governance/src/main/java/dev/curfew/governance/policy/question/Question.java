package dev.curfew.governance.policy.question;

/// One question to the policies.
public record Question(Requester principal, Verb action, Access resource, Circumstances context) {}
