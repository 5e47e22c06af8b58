package dev.curfew.app.cli.approval;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.TextFile;
import dev.curfew.governance.exchange.SignedFile;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The files that go from machine to machine. They hold no secret.
final class ExchangeFiles {
    private static final Messages MESSAGES = Messages.of(ExchangeFiles.class);

    private ExchangeFiles() {}

    /// @throws UsageProblem if it cannot be read, is larger than any such file, or is not UTF-8
    static String read(Path file) {
        return TextFile.read(file, SignedFile.BYTES_MAX);
    }

    /// Before anything is signed: what cannot be handed over is not entered.
    ///
    /// @throws UsageProblem if there is a file of that name, or no folder for it
    static void requireNew(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.exists(file) || folder == null || !Files.isDirectory(folder)) {
            throw new UsageProblem(MESSAGES.text("file.not-new", file));
        }
    }

    /// @throws UsageProblem if it could not be written, or there is one by now
    static void write(Path file, String content) {
        try {
            Files.writeString(file, content, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UsageProblem(MESSAGES.text("file.unwritten", file), e);
        }
    }
}
