package dev.curfew.app.console.screen.revocation.leak;

import dev.curfew.app.usecase.revocation.leak.SuppliedValues;
import dev.curfew.model.connection.Secret;
import java.util.Optional;

/// Values lent for looking, and then perhaps for acting: whoever acts takes them; else they go with the dialog.
final class Lent {
    private Values values;
    private boolean over;

    /// @param leaked empty: only names were given
    Lent(Optional<Secret> leaked) {
        this(new Values(leaked, SuppliedValues.NONE));
    }

    private Lent(Values values) {
        this.values = values;
    }

    /// For another dialog: this one has nothing any more.
    Lent passedOn() {
        return new Lent(take());
    }

    /// To look at only.
    synchronized Values values() {
        return values;
    }

    /// In place of what was supplied before. What comes when nobody waits for it any more is wiped at once.
    synchronized void supply(SuppliedValues supplied) {
        if (over) {
            supplied.close();
        } else {
            values.supplied().close();
            values = new Values(values.leaked(), supplied);
        }
    }

    /// Whoever takes them closes them.
    synchronized Values take() {
        Values taken = values;
        values = new Values(Optional.empty(), SuppliedValues.NONE);
        over = true;
        return taken;
    }

    void close() {
        take().all().forEach(Secret::close);
    }
}
