package dev.curfew.app.cli.option;

import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.connection.Secret;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which officer signs for another one, and where their passphrase is.
public final class SignerOptions {
    @Option(names = "--signer", paramLabel = "NAME")
    private @Nullable String name;

    @Option(names = "--signer-passphrase-file", paramLabel = "FILE")
    private @Nullable Path file;

    public boolean isGiven() {
        return name != null;
    }

    /// Runs the work as the officer, and wipes the passphrase after.
    ///
    /// @throws dev.curfew.app.cli.UsageProblem if there is no passphrase to be had
    /// @throws IllegalStateException if none is given
    public <T> T run(Terminal terminal, OfficerOptions.Signed<T> work) throws InterruptedException {
        if (name == null) {
            throw new IllegalStateException("nobody signs");
        }
        try (Secret secret = OfficerPassphrase.read(terminal, name, file)) {
            return work.as(new OfficerLogin(name, secret));
        }
    }
}
