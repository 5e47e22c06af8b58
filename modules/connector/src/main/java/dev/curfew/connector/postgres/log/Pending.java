package dev.curfew.connector.postgres.log;

import dev.curfew.model.timeline.Deed;
import java.util.ArrayList;
import java.util.List;

/// What was sent at once. It is logged before it is carried out: whether it failed shows later.
final class Pending {
    private final String text;
    private final Runnable undo;
    private final List<Deed> deeds = new ArrayList<>();
    private boolean ended;

    /// @param undo what it made of its session, should it fail
    Pending(String text, Runnable undo) {
        this.text = text;
        this.undo = undo;
    }

    void add(Deed deed) {
        deeds.add(deed);
    }

    boolean isOf(String other) {
        return text.equals(other);
    }

    boolean ended() {
        return ended;
    }

    void end(boolean failed) {
        ended = true;
        if (failed) {
            undo.run();
            deeds.replaceAll(deed ->
                    Deed.once(deed.first(), deed.kind(), deed.target(), deed.detail(), deed.from(), deed.by(), false));
        }
    }

    List<Deed> deeds() {
        return deeds;
    }
}
