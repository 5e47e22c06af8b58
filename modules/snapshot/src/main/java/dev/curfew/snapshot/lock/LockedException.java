package dev.curfew.snapshot.lock;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The folder is in use.
public final class LockedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient @Nullable LockHolder holder;

    LockedException(@Nullable LockHolder holder) {
        super(holder == null ? "locked" : "locked by " + holder);
        this.holder = holder;
    }

    /// Empty if it has not said yet.
    public Optional<LockHolder> holder() {
        return Optional.ofNullable(holder);
    }
}
