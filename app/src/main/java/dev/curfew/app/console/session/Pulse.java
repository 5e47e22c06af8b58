package dev.curfew.app.console.session;

import java.time.Instant;
import java.time.InstantSource;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Tells the screens that something changed: the time, or what the workspace holds.
public final class Pulse {

    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Instant> now;
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();

    public Pulse(InstantSource clock) {
        this.clock = clock;
        this.now = new ReadOnlyObjectWrapper<>(clock.instant());
    }

    /// The time, as of the last tick.
    public ReadOnlyObjectProperty<Instant> now() {
        return now.getReadOnlyProperty();
    }

    public void tick() {
        now.set(clock.instant());
    }

    /// Counts the changes to the workspace since it was opened.
    public ReadOnlyLongProperty revision() {
        return revision.getReadOnlyProperty();
    }

    /// To be called after anything was written: every screen that is shown reads anew.
    public void changed() {
        tick();
        revision.set(revision.get() + 1);
    }
}
