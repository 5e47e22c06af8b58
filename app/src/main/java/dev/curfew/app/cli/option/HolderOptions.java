package dev.curfew.app.cli.option;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// Who holds shares, each with a passphrase of their own: in a file, or typed.
public final class HolderOptions {
    private static final Messages MESSAGES = Messages.of(HolderOptions.class);

    @Option(names = "--holder", paramLabel = "NAME[=FILE]", descriptionKey = "break-glass.holder")
    private List<String> holders = List.of();

    /// What is done with the holders.
    @FunctionalInterface
    public interface Held<T> {
        T with(List<OfficerLogin> holders) throws InterruptedException;
    }

    /// Runs the work with them, and wipes their passphrases after.
    ///
    /// @throws UsageProblem if there is a passphrase that is not to be had
    public <T> T run(Terminal terminal, Held<T> work) throws InterruptedException {
        List<OfficerLogin> logins = new ArrayList<>();
        try {
            for (String holder : holders) {
                logins.add(login(terminal, holder));
            }
            return work.with(List.copyOf(logins));
        } finally {
            logins.forEach(login -> login.passphrase().close());
        }
    }

    private static OfficerLogin login(Terminal terminal, String holder) {
        int equals = holder.indexOf('=');
        String name = equals < 0 ? holder : holder.substring(0, equals);
        if (!Officer.isName(name)) {
            throw new UsageProblem(MESSAGES.text("holder.name", name));
        }
        return new OfficerLogin(name, passphrase(terminal, name, equals < 0 ? "" : holder.substring(equals + 1)));
    }

    private static Secret passphrase(Terminal terminal, String name, String file) {
        return file.isEmpty()
                ? terminal.ask(MESSAGES.text("holder.passphrase", name))
                        .orElseThrow(() -> new UsageProblem(MESSAGES.text("holder.nobody", name)))
                : SecretFile.read(Path.of(file));
    }
}
