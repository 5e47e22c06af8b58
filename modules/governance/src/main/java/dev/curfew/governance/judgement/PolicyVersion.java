package dev.curfew.governance.judgement;

import dev.curfew.governance.policy.PolicyPack;
import java.time.Instant;

/// Policies as they were saved once.
///
/// @param number from 1; 0 for those that Curfew brings
/// @param hash SHA-256 of the policies' text
/// @param savedBy the officer's name; empty for number 0
public record PolicyVersion(int number, PolicyPack pack, String hash, String savedBy, Instant savedAt) {}
