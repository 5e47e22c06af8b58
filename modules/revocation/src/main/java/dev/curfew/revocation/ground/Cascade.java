package dev.curfew.revocation.ground;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.snapshot.SnapshotIndex;
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
}
