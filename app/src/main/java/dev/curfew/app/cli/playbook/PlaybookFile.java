package dev.curfew.app.cli.playbook;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads the file of a playbook.
final class PlaybookFile {
    private static final Messages MESSAGES = Messages.of(PlaybookFile.class);

    /// A hundred ids and a purpose are a tenth of it.
    private static final int BYTES_MAX = 1 << 18;

    private PlaybookFile() {}

    /// @throws UsageProblem if it cannot be read
    static String read(Path file) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new UsageProblem(MESSAGES.text("too-large", file, BYTES_MAX));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UsageProblem(MESSAGES.text("unreadable", file), e);
        }
    }
}
