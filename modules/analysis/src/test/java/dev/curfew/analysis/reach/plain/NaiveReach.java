package dev.curfew.analysis.reach.plain;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.plain.RightsReader;
import dev.curfew.analysis.reach.Certainty;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.right.Right;
import dev.curfew.model.right.RightLevel;
import dev.curfew.model.snapshot.Snapshot;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Who reaches what by stated rights, worked out plainly: every line between two things is written down, then followed
/// until nothing is added.
final class NaiveReach {
    private record Line(EntityId from, EntityId to) {}

    private final Snapshot snapshot;
    private final SourceName source;
    private final Map<Line, Certainty> lines = new HashMap<>();

    NaiveReach(Snapshot snapshot, SourceName source) {
        this.snapshot = snapshot;
        this.source = source;
        boolean stated = snapshot.policies().stream()
                .anyMatch(it -> it.kind().equals("curfew.grants") && it.source().equals(source));
        for (Credential credential : snapshot.credentials()) {
            if (works(credential) && credential.holder() != null && hasNoGrants(credential.id())) {
                line(credential.id(), credential.holder(), Certainty.CERTAIN);
            }
        }
        if (stated) {
            snapshot.identities().forEach(it -> holder(it.id()));
            snapshot.credentials().stream().filter(NaiveReach::works).forEach(it -> holder(it.id()));
            snapshot.trusts().forEach(this::trust);
            ResourceId whole = new ResourceId(source, "whole");
            snapshot.identities().forEach(it -> line(whole, it.id(), Certainty.CERTAIN));
            snapshot.resources().forEach(it -> line(whole, it.id(), Certainty.CERTAIN));
        }
    }

    private static boolean works(Credential credential) {
        return credential.active()
                && !(credential.expiry() instanceof Expiry.At(Instant end) && end.isBefore(Estate.NOW));
    }

    private boolean hasNoGrants(EntityId id) {
        return snapshot.grants().stream().noneMatch(it -> it.subject().equals(id));
    }

    private void line(EntityId from, EntityId to, Certainty certainty) {
        if (!from.equals(to)) {
            lines.merge(new Line(from, to), certainty, (a, b) -> a.compareTo(b) < 0 ? a : b);
        }
    }

    private void holder(EntityId who) {
        Set<EntityId> as = new HashSet<>(Set.of(who));
        int size = 0;
        while (size != as.size()) {
            size = as.size();
            for (Membership it : snapshot.memberships()) {
                if (as.contains(it.member())) {
                    as.add(it.group());
                }
            }
        }
        for (Grant grant : snapshot.grants()) {
            if (as.contains(grant.subject()) && grant.role() == GrantRole.IDENTITY) {
                policy(who, grant.policy());
            }
        }
    }

    private void policy(EntityId who, PolicyId id) {
        Optional<Policy> policy =
                snapshot.policies().stream().filter(it -> it.id().equals(id)).findFirst();
        if (policy.isPresent() && !policy.get().kind().equals("curfew.grants")) {
            return;
        }
        try {
            for (Right right : RightsReader.read(policy.map(Policy::text).orElse(""))) {
                for (EntityId target : targets(right)) {
                    line(who, target, certainty(right));
                }
            }
        } catch (PolicySyntaxException e) {
            line(who, id, Certainty.UNKNOWN);
        }
    }

    private static Certainty certainty(Right right) {
        return right.condition().isEmpty() ? Certainty.CERTAIN : Certainty.CONDITIONAL;
    }

    private Set<EntityId> targets(Right right) {
        Set<EntityId> all = new HashSet<>();
        boolean whole = right.on().equals("whole");
        if (right.level() == RightLevel.ADMINISTER) {
            all.add(new ResourceId(source, right.on()));
        } else if (right.level() == RightLevel.BECOME || right.level() == RightLevel.MINT) {
            if (whole) {
                snapshot.identities().stream().map(Identity::id).forEach(all::add);
            } else {
                all.add(new IdentityId(source, right.on()));
            }
        } else if (right.level() == RightLevel.READ_SECRET) {
            if (whole) {
                snapshot.credentials().stream().map(Credential::id).forEach(all::add);
            } else {
                all.add(new CredentialId(source, right.on()));
            }
        } else if (whole) {
            snapshot.resources().stream()
                    .map(Resource::id)
                    .filter(it -> !it.nativeId().equals("whole"))
                    .forEach(all::add);
        } else {
            all.add(new ResourceId(source, right.on()));
        }
        return all;
    }

    private void trust(Trust trust) {
        for (Policy policy : snapshot.policies()) {
            if (policy.id().equals(trust.document())) {
                try {
                    for (Right right : RightsReader.read(policy.text())) {
                        if (right.level() == RightLevel.BECOME) {
                            line(new IdentityId(source, right.on()), trust.target(), certainty(right));
                        }
                    }
                } catch (PolicySyntaxException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    /// Everything that is reached, with the certainty of the surest way.
    Map<EntityId, Certainty> of(EntityId start) {
        Map<EntityId, Certainty> reached = new TreeMap<>(Map.of(start, Certainty.CERTAIN));
        boolean more = true;
        while (more) {
            more = false;
            for (Map.Entry<Line, Certainty> each : lines.entrySet()) {
                Certainty before = reached.get(each.getKey().from());
                if (before != null) {
                    Certainty now = before.and(each.getValue());
                    Certainty known = reached.get(each.getKey().to());
                    if (known == null || now.compareTo(known) < 0) {
                        reached.put(each.getKey().to(), now);
                        more = true;
                    }
                }
            }
        }
        reached.remove(start);
        return reached;
    }
}
