package dev.curfew.governance.breakglass.report;

import dev.curfew.model.text.Messages;
import java.util.Locale;

/// The stages of a drill, in their order.
public enum Stage {
    /// The envelope is the one that the ledger knows, and so many of its holders open it.
    SEAL,
    /// The account is let in with what was sealed.
    ACTIVATION,
    /// It does something useful at the canary.
    ACTION,
    /// The monitoring system says that it knows of it.
    ALERT,
    /// Its session ends by itself, or is ended, and is refused.
    END,
    /// The credential is replaced; the old one is refused, and the new one lets in.
    ROTATION,
    /// The new credential is sealed, and nothing is left open.
    CLOSURE;

    /// As reports have it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As a person reads it.
    public String words() {
        return Messages.of(Stage.class).text("stage." + word());
    }
}
