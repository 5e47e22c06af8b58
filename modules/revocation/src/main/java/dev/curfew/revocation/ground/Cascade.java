package dev.curfew.revocation.ground;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/// What ends along with a credential: everything it minted that hangs on it, and so on down.
public final class Cascade {
    private Cascade() {}

    /// Without the credential itself; nearest first.
    public static Set<CredentialId> below(SnapshotIndex index, CredentialId head) {
        Set<CredentialId> below = new LinkedHashSet<>();
        Deque<CredentialId> open = new ArrayDeque<>();
        open.add(head);
        while (!open.isEmpty()) {
            for (Credential child : index.childrenOf(open.remove())) {
                if (!child.id().equals(head) && below.add(child.id())) {
                    open.add(child.id());
                }
            }
        }
        return below;
    }

    /// What may end along with it besides, for its source says that something minted these and not what did: no older
    /// than it, as far as that is known. None, unless it is of a kind that has parents and children.
    public static Set<CredentialId> perhapsBelow(SnapshotIndex index, Credential head) {
        if (!head.attributes().containsKey("orphan")) {
            return Set.of();
        }
        Set<CredentialId> perhaps = new LinkedHashSet<>();
        for (Credential each : index.snapshot().credentials()) {
            if (each.source().equals(head.source())
                    && "unknown".equals(each.attributes().get("parentage"))
                    && !isOlder(each, head)) {
                perhaps.add(each.id());
            }
        }
        perhaps.remove(head.id());
        perhaps.removeAll(below(index, head.id()));
        return perhaps;
    }

    private static boolean isOlder(Credential one, Credential other) {
        Instant at = one.createdAt();
        Instant than = other.createdAt();
        return at != null && than != null && at.isBefore(than);
    }
}
