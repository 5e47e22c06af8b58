package dev.curfew.app.cli.output;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Writes files that somebody hands to somebody else. They hold no secret.
public final class ExchangeFiles {
    private static final Messages MESSAGES = Messages.of(ExchangeFiles.class);

    private ExchangeFiles() {}

    /// Before anything is signed: what cannot be handed over is not entered.
    ///
    /// @throws UsageProblem if there is a file of that name, or no folder for it
    public static void requireNew(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.exists(file) || folder == null || !Files.isDirectory(folder)) {
            throw new UsageProblem(MESSAGES.text("file.not-new", file));
        }
    }

    /// @throws UsageProblem if it could not be written, or there is one by now
    public static void write(Path file, String content) {
        try {
            Files.writeString(file, content, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UsageProblem(MESSAGES.text("file.unwritten", file), e);
        }
    }
}
