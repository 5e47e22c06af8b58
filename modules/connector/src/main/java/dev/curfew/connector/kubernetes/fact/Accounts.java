package dev.curfew.connector.kubernetes.fact;

import dev.curfew.model.id.IdentityId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Which service accounts there are.
public final class Accounts {
    private final NativeNames names;
    private final Map<String, String> uids = new ConcurrentHashMap<>();
    private volatile boolean isWhole;

    public Accounts(NativeNames names) {
        this.names = names;
    }

    public void add(Metadata account) {
        uids.put(account.path(), account.uid());
    }

    public void clear() {
        uids.clear();
    }

    /// All of them are known.
    public void complete() {
        isWhole = true;
    }

    /// The account of that name, or the name alone where there is none; empty where it cannot be said, because not all
    /// are known.
    public Optional<IdentityId> find(String namespace, String name) {
        String uid = uids.get(namespace + "/" + name);
        return uid == null && !isWhole
                ? Optional.empty()
                : Optional.of(names.account(namespace, name, uid == null ? "" : uid));
    }
}
