package dev.curfew.app.cli.option;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which officer signs, and where their passphrase is.
public final class OfficerOptions {
    private static final Messages MESSAGES = Messages.of(OfficerOptions.class);

    @Option(names = "--officer", paramLabel = "NAME", required = true, defaultValue = "${env:CURFEW_OFFICER}")
    private String name = "";

    @Option(
            names = "--officer-passphrase-file",
            paramLabel = "FILE",
            defaultValue = "${env:CURFEW_OFFICER_PASSPHRASE_FILE}")
    private @Nullable Path passphraseFile;

    /// What is done as an officer.
    @FunctionalInterface
    public interface Signed<T> {
        T as(OfficerLogin login) throws InterruptedException;
    }

    /// Runs the work as the officer, and wipes the passphrase after.
    ///
    /// @throws UsageProblem if there is no passphrase to be had
    public <T> T run(Terminal terminal, Signed<T> work) throws InterruptedException {
        try (Secret passphrase = passphrase(terminal, name)) {
            return work.as(new OfficerLogin(name, passphrase));
        }
    }

    /// The passphrase of the officer of that name, from the file or by asking.
    private Secret passphrase(Terminal terminal, String officer) {
        return passphraseFile == null
                ? terminal.ask(MESSAGES.text("officer.passphrase", officer))
                        .orElseThrow(() -> new UsageProblem(MESSAGES.text("officer.nobody", officer)))
                : SecretFile.read(passphraseFile);
    }
}
