package dev.curfew.model.snapshot;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.observation.Coverage;
import java.time.Instant;
import java.util.List;

/// The estate as it was known at one moment, with what was not known beside it.
///
/// @param number counts recorded syncs; 0 before the first
/// @param takenAt when the newest sync in it was recorded; `Instant.EPOCH` before the first
public record Snapshot(
        long number,
        Instant takenAt,
        List<Identity> identities,
        List<Credential> credentials,
        List<Policy> policies,
        List<Grant> grants,
        List<Membership> memberships,
        List<Resource> resources,
        List<Trust> trusts,
        List<Coverage> coverage) {

    /// Nothing observed yet.
    public static final Snapshot EMPTY = new Snapshot(
            0, Instant.EPOCH, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Snapshot {
        identities = List.copyOf(identities);
        credentials = List.copyOf(credentials);
        policies = List.copyOf(policies);
        grants = List.copyOf(grants);
        memberships = List.copyOf(memberships);
        resources = List.copyOf(resources);
        trusts = List.copyOf(trusts);
        coverage = List.copyOf(coverage);
    }
}
