package dev.curfew.governance.custody;

import java.security.PrivateKey;

/// A holder's unlocked key: opens the shares that are sealed to them, for as long as it is kept. Prints without it.
public final class HolderKey {
    private final Holder holder;
    private final PrivateKey key;

    HolderKey(Holder holder, PrivateKey key) {
        this.holder = holder;
        this.key = key;
    }

    public Holder holder() {
        return holder;
    }

    PrivateKey key() {
        return key;
    }

    @Override
    public String toString() {
        return "custody key of " + holder.officer();
    }
}
