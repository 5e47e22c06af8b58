package dev.curfew.app.console.session;

import dev.curfew.app.usecase.officer.Presence;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which officers signed in on this machine, as last read.
public final class SignedIn {

    private final ReadOnlyObjectWrapper<Presence> presence = new ReadOnlyObjectWrapper<>(Presence.NOBODY);

    public ReadOnlyObjectProperty<Presence> presence() {
        return presence.getReadOnlyProperty();
    }

    public void know(Presence now) {
        presence.set(now);
    }
}
