package dev.curfew.app.console.component.dialog;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Sha256;
import java.time.Duration;
import javafx.animation.PauseTransition;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// The system's clipboard.
public final class SystemCopying implements Copying {

    @Override
    public void text(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Keeps only the value's hash while it waits, so that the value is not held here for longer than on the clipboard.
    @Override
    public void secret(Secret value, Duration shownFor) {
        String revealed = value.reveal();
        text(revealed);
        String hash = Sha256.hex(revealed);
        PauseTransition wait = new PauseTransition(javafx.util.Duration.millis((double) shownFor.toMillis()));
        wait.setOnFinished(_ -> clearIfStill(hash));
        wait.play();
    }

    private static void clearIfStill(String hash) {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasString() && Sha256.hex(clipboard.getString()).equals(hash)) {
            ClipboardContent nothing = new ClipboardContent();
            nothing.putString("");
            clipboard.setContent(nothing);
        }
    }
}
