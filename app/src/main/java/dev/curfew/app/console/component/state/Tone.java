package dev.curfew.app.console.component.state;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// How a state feels. Each has a shape of its own, because colour alone says nothing to many.
public enum Tone {
    GOOD("tone-good", Material2OutlinedAL.CHECK_CIRCLE),
    NOTE("tone-note", Material2OutlinedAL.INFO),
    CARE("tone-care", Material2OutlinedMZ.WARNING),
    BAD("tone-bad", Material2OutlinedAL.ERROR),
    UNKNOWN("tone-unknown", Material2OutlinedAL.HELP_OUTLINE),
    PLAIN("tone-plain", Material2OutlinedMZ.RADIO_BUTTON_UNCHECKED);

    private final String styleClass;
    // Ikonli's icons are enum constants: they never change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Ikon shape;

    Tone(String styleClass, Ikon shape) {
        this.styleClass = styleClass;
        this.shape = shape;
    }

    public String styleClass() {
        return styleClass;
    }

    public Ikon shape() {
        return shape;
    }
}
