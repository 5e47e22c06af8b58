package dev.curfew.app.console.screen.revocation.leak;

import dev.curfew.model.connection.Secret;
import java.util.Optional;

/// A value lent for looking, and then perhaps for acting: whoever acts takes it; else it goes with the dialog.
final class Lent {
    private Optional<Secret> value;

    /// @param value empty: only names were given
    Lent(Optional<Secret> value) {
        this.value = value;
    }

    /// To look at only.
    Optional<Secret> value() {
        return value;
    }

    /// Whoever takes it closes it.
    Optional<Secret> take() {
        Optional<Secret> taken = value;
        value = Optional.empty();
        return taken;
    }

    void close() {
        take().ifPresent(Secret::close);
    }
}
