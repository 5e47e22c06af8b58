package dev.curfew.model.snapshot;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.observation.Coverage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Sorts facts into a snapshot's lists. Not for use by two threads at once.
public final class SnapshotBuilder {
    private final List<Identity> identities = new ArrayList<>();
    private final List<Credential> credentials = new ArrayList<>();
    private final List<Policy> policies = new ArrayList<>();
    private final List<Grant> grants = new ArrayList<>();
    private final List<Membership> memberships = new ArrayList<>();
    private final List<Resource> resources = new ArrayList<>();
    private final List<Trust> trusts = new ArrayList<>();
    private final List<Coverage> coverage = new ArrayList<>();

    public SnapshotBuilder add(Fact fact) {
        switch (fact) {
            case Identity identity -> identities.add(identity);
            case Credential credential -> credentials.add(credential);
            case Policy policy -> policies.add(policy);
            case Grant grant -> grants.add(grant);
            case Membership membership -> memberships.add(membership);
            case Resource resource -> resources.add(resource);
            case Trust trust -> trusts.add(trust);
        }
        return this;
    }

    public SnapshotBuilder addAll(Collection<? extends Fact> facts) {
        facts.forEach(this::add);
        return this;
    }

    public SnapshotBuilder cover(Collection<Coverage> scopes) {
        coverage.addAll(scopes);
        return this;
    }

    public Snapshot build(long number, Instant takenAt) {
        return new Snapshot(
                number, takenAt, identities, credentials, policies, grants, memberships, resources, trusts, coverage);
    }
}
