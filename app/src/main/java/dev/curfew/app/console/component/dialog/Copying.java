package dev.curfew.app.console.component.dialog;

import dev.curfew.model.connection.Secret;
import java.time.Duration;

/// Puts things on the clipboard.
public interface Copying {

    void text(String text);

    /// Puts a secret there, and takes it away after the given time if it is still there.
    void secret(Secret value, Duration shownFor);
}
