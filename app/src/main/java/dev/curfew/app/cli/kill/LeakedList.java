package dev.curfew.app.cli.kill;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Reads a list of ids or fingerprints, one a line.
final class LeakedList {
    /// Far above any list that one person can answer for; more is the wrong file.
    private static final int BYTES_MAX = 1024 * 1024;

    private static final Messages MESSAGES = Messages.of(LeakedList.class);

    private LeakedList() {}

    /// @param file its path, or `-` for standard input
    /// @throws UsageProblem if it cannot be read, names nothing or is too large
    static List<String> read(String file, Terminal terminal) {
        try (InputStream in = file.equals("-") ? terminal.in() : Files.newInputStream(Path.of(file))) {
            byte[] bytes = in.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                throw new UsageProblem(MESSAGES.text("list.too-large", file, BYTES_MAX));
            }
            List<String> ids = new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .distinct()
                    .toList();
            if (ids.isEmpty()) {
                throw new UsageProblem(MESSAGES.text("list.empty", file));
            }
            return ids;
        } catch (IOException e) {
            throw new UsageProblem(MESSAGES.text("list.unreadable", file), e);
        }
    }
}
