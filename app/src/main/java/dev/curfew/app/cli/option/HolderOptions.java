package dev.curfew.app.cli.option;

import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.app.usecase.officer.OfficerLogin;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// Who holds shares, each with a passphrase of their own: in a file, or typed.
public final class HolderOptions {
    @Option(names = "--holder", paramLabel = "NAME[=FILE]", descriptionKey = "break-glass.holder")
    private List<String> holders = List.of();

    /// What is done with the holders.
    @FunctionalInterface
    public interface Held<T> {
        T with(List<OfficerLogin> holders) throws InterruptedException;
    }

    /// Runs the work with them, and wipes their passphrases after.
    ///
    /// @throws dev.curfew.app.cli.UsageProblem if there is a passphrase that is not to be had
    public <T> T run(Terminal terminal, Held<T> work) throws InterruptedException {
        List<OfficerLogin> logins = new ArrayList<>();
        try {
            for (String holder : holders) {
                logins.add(NamedOfficer.login(terminal, "--holder", holder));
            }
            return work.with(List.copyOf(logins));
        } finally {
            logins.forEach(login -> login.passphrase().close());
        }
    }
}
