package dev.curfew.app.cli.option;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.connection.Secret;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which officer signs, and where their passphrase is.
public final class OfficerOptions {
    @Option(names = "--officer", paramLabel = "NAME", required = true, defaultValue = "${env:CURFEW_OFFICER}")
    private String name = "";

    @Mixin
    private final SigningPassphrase passphrase = new SigningPassphrase();

    /// What is done as an officer.
    @FunctionalInterface
    public interface Signed<T> {
        T as(OfficerLogin login) throws InterruptedException;
    }

    /// Runs the work as the officer, and wipes the passphrase after.
    ///
    /// @throws dev.curfew.app.cli.UsageProblem if there is no passphrase to be had
    public <T> T run(Terminal terminal, Signed<T> work) throws InterruptedException {
        try (Secret secret = passphrase.read(terminal, name)) {
            return work.as(new OfficerLogin(name, secret));
        }
    }

    /// As [#run], and lists what came of it.
    ///
    /// @return the exit code
    public <T> int list(Invocation invocation, Listing<T> listing, Signed<T> work) throws InterruptedException {
        invocation.printer().list(listing, List.of(run(invocation.terminal(), work)));
        return ExitCode.DONE;
    }
}
