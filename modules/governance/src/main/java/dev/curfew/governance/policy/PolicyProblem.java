package dev.curfew.governance.policy;

/// What is wrong with a policy text.
///
/// @param line counted from 1; 0 where it cannot be told
/// @param policy the policy's id; empty where it cannot be told
/// @param message for a person
public record PolicyProblem(int line, String policy, String message) {}
