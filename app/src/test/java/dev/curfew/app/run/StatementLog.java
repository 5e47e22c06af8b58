package dev.curfew.app.run;

import dev.curfew.testbed.postgres.PostgreSql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Every statement that a PostgreSQL was sent, as it wrote them down itself.
record StatementLog(Path folder) {
    private static final String FILE = "statements.log";

    /// A server that writes its log there.
    PostgreSql start() {
        return PostgreSql.start(
                "log_statement=all",
                "logging_collector=on",
                "log_destination=stderr",
                "log_directory=" + folder,
                "log_filename=" + FILE);
    }

    /// How often the window's login was dropped: by one statement that commits by itself, whoever sent it being killed
    /// or not.
    long drops(String window) {
        try (Stream<String> lines = Files.lines(folder.resolve(FILE))) {
            return lines.filter(line -> line.contains("DROP ROLE \"curfew-" + window + "\""))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
