package dev.curfew.app.cli.kill;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.SecretFile;
import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.app.usecase.revocation.leak.LeakedText;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// A value that leaked, also with words around it: from a file or standard input, in memory for one run only.
final class LeakedValue {
    private static final Messages MESSAGES = Messages.of(LeakedValue.class);

    @Option(names = "--leaked-file", paramLabel = "FILE")
    private @Nullable Path file;

    @Option(names = "--leaked-stdin")
    private boolean stdin;

    /// What is done with it.
    @FunctionalInterface
    interface Use {
        Integer of(Optional<Secret> value) throws InterruptedException;
    }

    /// Runs the work with the value, if one was given, and wipes it after.
    ///
    /// @throws UsageProblem if it cannot be read
    Integer run(Terminal terminal, Use use) throws InterruptedException {
        if (file == null && !stdin) {
            return use.of(Optional.empty());
        }
        try (Secret value = LeakedText.alone(file == null ? read(terminal) : SecretFile.read(file))) {
            return use.of(Optional.of(value));
        }
    }

    private static Secret read(Terminal terminal) {
        try {
            return SecretFile.read(terminal.in(), MESSAGES.text("leaked.stdin"));
        } catch (IOException e) {
            throw new UsageProblem(MESSAGES.text("leaked.unreadable"), e);
        }
    }
}
