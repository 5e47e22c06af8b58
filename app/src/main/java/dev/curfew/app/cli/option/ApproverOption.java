package dev.curfew.app.cli.option;

import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.app.usecase.officer.OfficerLogin;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Another officer, who signs for it too; none in an emergency.
public final class ApproverOption {
    @Option(names = "--approver", paramLabel = "NAME[=FILE]", descriptionKey = "break-glass.approver")
    private @Nullable String approver;

    /// What is done with their signature.
    @FunctionalInterface
    public interface Approved<T> {
        T with(Optional<OfficerLogin> approver) throws InterruptedException;
    }

    /// Runs the work with them, and wipes their passphrase after.
    ///
    /// @throws dev.curfew.app.cli.UsageProblem if there is a passphrase that is not to be had
    public <T> T run(Terminal terminal, Approved<T> work) throws InterruptedException {
        if (approver == null) {
            return work.with(Optional.empty());
        }
        OfficerLogin login = NamedOfficer.login(terminal, "--approver", approver);
        try (var _ = login.passphrase()) {
            return work.with(Optional.of(login));
        }
    }
}
