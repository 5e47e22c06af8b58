package dev.curfew.app.console.component.dialog;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.usecase.Refused;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// What was signed to be handed to somebody else, and whether it is in a file.
///
/// @param written false: it is nowhere but here
public record Handed(Path file, String content, boolean written) {
    private static final Messages MESSAGES = Messages.of(Handed.class);

    /// Makes the file's content.
    @FunctionalInterface
    public interface Signing {
        String sign() throws InterruptedException;
    }

    /// Signs once it is sure that it can be handed over.
    ///
    /// @throws Refused if nothing can be written there: nothing is signed
    public static Handed signed(Path file, Signing signing) throws InterruptedException {
        if (!isWritable(file)) {
            throw new Refused(MESSAGES.text("file.unwritten", file));
        }
        String content = signing.sign();
        return new Handed(file, content, write(file, content));
    }

    private static boolean isWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return Files.exists(file)
                ? Files.isRegularFile(file) && Files.isWritable(file)
                : folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
    }

    private static boolean write(Path file, String content) {
        try {
            Files.writeString(file, content);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// @param next what to do with the file
    public Placeholder words(String next, Copying copying) {
        Action copy =
                Action.of(MESSAGES.text("handed.copy"), Material2OutlinedAL.CONTENT_COPY, () -> copying.text(content));
        return written
                ? Placeholder.empty(Material2OutlinedAL.CHECK_CIRCLE, MESSAGES.text("handed.written", file), next, copy)
                : Placeholder.failed(MESSAGES.text("handed.not", file), MESSAGES.text("handed.not.next"), copy);
    }
}
