package dev.curfew.governance.breakglass;

import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether a break-glass account is kept apart from daily work: nobody else has its policies, it has no more than one
/// credential, its owner owns nothing else, and nobody uses it but in drills.
public final class Isolation {
    private static final Messages MESSAGES = Messages.of(Isolation.class);

    /// A drill's own use, and clocks that differ.
    private static final Duration AROUND = Duration.ofMinutes(5);

    private final BreakGlassPath path;
    private final SnapshotIndex index;
    private final Set<String> everybodys;
    private final List<String> found = new ArrayList<>();

    private Isolation(BreakGlassPath path, SnapshotIndex index, Set<String> everybodys) {
        this.path = path;
        this.index = index;
        this.everybodys = everybodys;
    }

    /// @param everybodys as in `EmergencyDoor.everybodys`
    /// @param known when it was used as it should be: the ends of its drills and uses
    /// @return what is wrong, a sentence each; none if nothing is
    public static List<String> of(
            BreakGlassPath path, SnapshotIndex index, Set<String> everybodys, List<Instant> known) {
        Isolation isolation = new Isolation(path, index, everybodys);
        isolation
                .account()
                .ifPresentOrElse(
                        account -> isolation.look(account, known),
                        () -> isolation.found.add(MESSAGES.text("unread", path.account(), path.source())));
        return List.copyOf(isolation.found);
    }

    private Optional<Identity> account() {
        return index.snapshot().identities().stream()
                .filter(identity -> identity.source().equals(path.source())
                        && identity.id().nativeId().equals(path.account()))
                .findFirst();
    }

    private void look(Identity account, List<Instant> known) {
        policies(account);
        owner(account);
        long credentials = index.credentialsOf(account.id()).stream()
                .filter(credential -> !everybodys.contains(credential.id().nativeId()))
                .count();
        if (credentials > 1) {
            found.add(MESSAGES.text("credentials", String.valueOf(credentials)));
        }
        if (account.usage() instanceof Usage.Seen seen && !isNear(seen.at(), known)) {
            found.add(MESSAGES.text("used", seen.at().toString()));
        }
    }

    private void policies(Identity account) {
        Set<PolicyId> own =
                index.grantsOf(account.id()).stream().map(Grant::policy).collect(Collectors.toSet());
        for (PolicyId policy : own.stream().sorted().toList()) {
            List<String> holders = index.snapshot().grants().stream()
                    .filter(grant ->
                            grant.policy().equals(policy) && !grant.subject().equals(account.id()))
                    .map(grant -> grant.subject().nativeId())
                    .distinct()
                    .sorted()
                    .toList();
            if (!holders.isEmpty() && !everybodys.contains(policy.nativeId())) {
                found.add(MESSAGES.text("policy", policy.nativeId(), holders.size(), holders.getFirst()));
            }
        }
    }

    private void owner(Identity account) {
        if (account.ownership() instanceof Ownership.Owned owned) {
            long others = index.snapshot().identities().stream()
                    .filter(one -> !one.id().equals(account.id())
                            && one.ownership() instanceof Ownership.Owned same
                            && same.owner().equals(owned.owner()))
                    .count();
            if (others > 0) {
                found.add(MESSAGES.text("owner", owned.owner(), others));
            }
        }
    }

    private static boolean isNear(Instant at, List<Instant> known) {
        return known.stream().anyMatch(one -> Duration.between(one, at).abs().compareTo(AROUND) <= 0);
    }
}
