package dev.curfew.governance.breakglass;

import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Whether a break-glass account is kept apart from daily work: nobody else has its policies, it has no other
/// credential than the sealed one, its owner owns nothing else, and nobody uses it but in drills and uses.
public final class Isolation {
    private static final Messages MESSAGES = Messages.of(Isolation.class);

    /// A drill's own use, and clocks that differ.
    private static final Duration AROUND = Duration.ofMinutes(5);

    private final SnapshotIndex index;
    private final Traits traits;
    private final List<Span> known;
    private final Set<EntityId> account = new HashSet<>();
    private final List<String> found = new ArrayList<>();

    private Isolation(SnapshotIndex index, Traits traits, List<Span> known) {
        this.index = index;
        this.traits = traits;
        this.known = known;
    }

    /// What sources of a kind have in common.
    ///
    /// @param everybodys as in `EmergencyDoor.everybodys`
    /// @param same as in `EmergencyDoor.isSame`
    /// @param listed as in `EmergencyDoor.listsSealed`
    public record Traits(Set<String> everybodys, Predicate<Identity> same, boolean listed) {
        public Traits {
            everybodys = Set.copyOf(everybodys);
        }
    }

    /// A time in which the account is used as it should be.
    public record Span(Instant from, Instant to) {

        /// Whether something that was done between two moments, by another clock, can have been done in it.
        public boolean meets(Instant first, Instant last) {
            return !last.isBefore(from.minus(AROUND)) && !first.isAfter(to.plus(AROUND));
        }
    }

    /// @param known its drills and uses
    /// @return what is wrong, a sentence each; none if nothing is
    public static List<String> of(BreakGlassPath path, SnapshotIndex index, Traits traits, List<Span> known) {
        Isolation isolation = new Isolation(index, traits, known);
        List<Identity> own = index.snapshot().identities().stream()
                .filter(identity -> identity.source().equals(path.source()))
                .filter(identity -> identity.id().nativeId().equals(path.account())
                        || traits.same().test(identity))
                .toList();
        if (own.stream().noneMatch(identity -> identity.id().nativeId().equals(path.account()))) {
            return List.of(MESSAGES.text("unread", path.account(), path.source()));
        }
        own.forEach(identity -> isolation.account.add(identity.id()));
        isolation.policies();
        own.forEach(isolation::owner);
        isolation.credentials(own);
        own.forEach(identity -> isolation.use(identity.usage()));
        return isolation.found.stream().distinct().toList();
    }

    private void policies() {
        Set<PolicyId> own = account.stream()
                .flatMap(id -> index.grantsOf(id).stream())
                .map(Grant::policy)
                .collect(Collectors.toCollection(TreeSet::new));
        for (PolicyId policy : own) {
            List<String> holders = index.snapshot().grants().stream()
                    .filter(grant -> grant.policy().equals(policy) && !isOwn(grant.subject()))
                    .map(grant -> grant.subject().nativeId())
                    .distinct()
                    .sorted()
                    .toList();
            if (!holders.isEmpty() && !traits.everybodys().contains(policy.nativeId())) {
                found.add(MESSAGES.text("policy", policy.nativeId(), holders.size(), holders.getFirst()));
            }
        }
    }

    private boolean isOwn(EntityId subject) {
        return account.contains(subject)
                || (subject instanceof CredentialId id
                        && index.credential(id)
                                .filter(credential ->
                                        credential.holder() != null && account.contains(credential.holder()))
                                .isPresent());
    }

    private void owner(Identity identity) {
        if (identity.ownership() instanceof Ownership.Owned owned) {
            long others = index.snapshot().identities().stream()
                    .filter(one -> !account.contains(one.id())
                            && one.ownership() instanceof Ownership.Owned same
                            && same.owner().equals(owned.owner()))
                    .count();
            if (others > 0) {
                found.add(MESSAGES.text("owner", owned.owner(), others));
            }
        }
    }

    /// What a drill or a use opened is none.
    private void credentials(List<Identity> own) {
        List<Credential> all = own.stream()
                .flatMap(identity -> index.credentialsOf(identity.id()).stream())
                .filter(credential ->
                        !traits.everybodys().contains(credential.id().nativeId()))
                .toList();
        all.forEach(credential -> use(credential.usage()));
        long foreign = all.stream()
                .filter(credential -> credential.createdAt() == null || !isKnown(credential.createdAt()))
                .count();
        if (traits.listed() && all.size() > 1) {
            found.add(MESSAGES.text("credentials", String.valueOf(all.size())));
        } else if (!traits.listed() && foreign > 0) {
            found.add(MESSAGES.text("credentials.beside", String.valueOf(foreign)));
        }
    }

    /// A record that is late by a day names the day.
    private void use(Usage usage) {
        if (usage instanceof Usage.Seen seen
                && known.stream()
                        .noneMatch(span -> span.meets(
                                seen.at(), seen.at().plus(seen.quality().lagMax())))) {
            found.add(MESSAGES.text("used", seen.at().toString()));
        }
    }

    private boolean isKnown(Instant at) {
        return known.stream().anyMatch(span -> span.meets(at, at));
    }
}
