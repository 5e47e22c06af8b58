package dev.curfew.app.cli.policy;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/// A file of policies.
final class PolicyFile {
    private static final Messages MESSAGES = Messages.of(PolicyFile.class);

    /// Far above any text that people keep in their heads; more is the wrong file.
    private static final int BYTES_MAX = 1 << 20;

    @Parameters(paramLabel = "FILE", descriptionKey = "policy.file")
    private Path file = Path.of("");

    Path path() {
        return file;
    }

    /// @throws UsageProblem if it cannot be read
    String text() {
        return text(file, "unreadable");
    }

    /// @param unreadable the key of what is said where it cannot be read
    static String text(Path file, String unreadable) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new UsageProblem(MESSAGES.text("too-large", file, BYTES_MAX));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UsageProblem(MESSAGES.text(unreadable, file), e);
        }
    }
}
