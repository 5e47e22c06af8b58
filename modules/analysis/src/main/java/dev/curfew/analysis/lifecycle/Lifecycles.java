package dev.curfew.analysis.lifecycle;

import dev.curfew.analysis.finding.FindingLimits;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says of each identity of a snapshot where it stands.
public final class Lifecycles {
    private static final Messages MESSAGES = Messages.of(Lifecycles.class);
    private static final String WORKLOAD = "workload";

    /// What clusters call a service account in its tokens.
    private static final String ACCOUNT = "system:serviceaccount:";

    private final SnapshotIndex index;
    private final Map<String, ExceptionRequest> requested = new HashMap<>();
    private final Map<CredentialId, Revoked> revoked = new HashMap<>();
    private final Instant now;
    private final Duration staleAfter;

    /// @param requests all of them
    /// @param revoked what was carried out
    public Lifecycles(
            SnapshotIndex index, Collection<ExceptionRequest> requests, Collection<Revoked> revoked, Instant now) {
        this.index = index;
        this.now = now;
        this.staleAfter = FindingLimits.DEFAULT.staleAfter();
        requests.stream()
                .filter(it -> it.state() == RequestState.PENDING || it.state() == RequestState.APPROVED)
                .filter(it -> it.claims().containsKey(WORKLOAD))
                .sorted(Comparator.comparing(ExceptionRequest::requestedAt))
                .forEach(it -> requested.put(name(it.claims().getOrDefault(WORKLOAD, "")), it));
        for (Revoked each : revoked) {
            this.revoked.merge(each.credential(), each, (one, other) -> one.at().isAfter(other.at()) ? one : other);
        }
    }

    /// @param usage its last use, or the latest of its credentials', as the inventory has it
    public Lifecycle of(Identity identity, Usage usage) {
        List<Credential> credentials = index.credentialsOf(identity.id());
        boolean works = credentials.isEmpty() || credentials.stream().anyMatch(this::works);
        return works ? inUse(identity, usage, credentials) : off(credentials);
    }

    private boolean works(Credential credential) {
        return credential.active()
                && !(credential.expiry() instanceof Expiry.At at
                        && !at.instant().isAfter(now));
    }

    /// The last thing that was done to any of them is what moved it.
    private Lifecycle off(List<Credential> credentials) {
        Optional<Revoked> last = credentials.stream()
                .map(credential -> revoked.get(credential.id()))
                .filter(Objects::nonNull)
                .max(Comparator.comparing(Revoked::at));
        if (last.isPresent()) {
            Revoked by = last.get();
            LifecycleState state = by.reversible() ? LifecycleState.QUARANTINED : LifecycleState.RETIRED;
            return as(state, by.at(), by.plan());
        }
        if (credentials.stream().allMatch(Credential::active)) {
            Instant ended = credentials.stream()
                    .map(Credential::expiry)
                    .map(expiry -> expiry instanceof Expiry.At at ? at.instant() : now)
                    .max(Comparator.naturalOrder())
                    .orElse(now);
            return told(LifecycleState.RETIRED, ended, "ended");
        }
        return told(LifecycleState.QUARANTINED, null, "off");
    }

    private Lifecycle inUse(Identity identity, Usage usage, List<Credential> credentials) {
        return switch (usage) {
            case Usage.Seen seen -> {
                Duration idle =
                        Duration.between(seen.at(), now).minus(seen.quality().lagMax());
                yield idle.compareTo(staleAfter) > 0
                        ? told(LifecycleState.DORMANT, seen.at(), "unused")
                        : told(LifecycleState.ACTIVE, seen.at(), "used");
            }
            case Usage.NoneSeen none -> {
                Instant created = identity.createdAt();
                boolean isOld = created == null || created.isBefore(now.minus(staleAfter));
                boolean isSure = none.quality().horizon().compareTo(staleAfter) >= 0;
                yield asked(identity, credentials)
                        .orElseGet(() -> isOld && isSure
                                ? told(LifecycleState.DORMANT, identity.createdAt(), "never-seen")
                                : told(LifecycleState.ACTIVE, identity.createdAt(), "new"));
            }
            case Usage.NotObserved _ ->
                asked(identity, credentials)
                        .orElseGet(() -> told(LifecycleState.ACTIVE, identity.createdAt(), "unobserved"));
        };
    }

    /// What has a credential already is not waiting for one.
    private Optional<Lifecycle> asked(Identity identity, List<Credential> credentials) {
        return Optional.ofNullable(requested.get(name(identity.name())))
                .or(() -> Optional.ofNullable(requested.get(identity.id().text())))
                .filter(_ -> credentials.isEmpty())
                .map(request -> new Lifecycle(
                        LifecycleState.REQUESTED, MESSAGES.text("moved.asked", request.id()), request.requestedAt()));
    }

    private static String name(String workload) {
        return workload.startsWith(ACCOUNT)
                ? workload.substring(ACCOUNT.length()).replace(':', '/')
                : workload;
    }

    private static Lifecycle as(LifecycleState state, Instant at, String plan) {
        String key = state == LifecycleState.RETIRED ? "moved.revoked" : "moved.contained";
        return new Lifecycle(state, MESSAGES.text(key, plan), at);
    }

    private Lifecycle told(LifecycleState state, @Nullable Instant since, String key) {
        return new Lifecycle(state, MESSAGES.text("moved." + key, staleAfter.toDays()), since);
    }
}
