package dev.curfew.app.cli.option;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where an officer's passphrase comes from: a file, or whoever sits at the terminal.
public final class OfficerPassphrase {
    private static final Messages MESSAGES = Messages.of(OfficerPassphrase.class);

    @Option(
            names = "--officer-passphrase-file",
            paramLabel = "FILE",
            defaultValue = "${env:CURFEW_OFFICER_PASSPHRASE_FILE}")
    private @Nullable Path file;

    /// @throws UsageProblem if there is none to be had
    public Secret read(Terminal terminal, String officer) {
        return read(terminal, officer, file);
    }

    static Secret read(Terminal terminal, String officer, @Nullable Path from) {
        return from == null ? ask(terminal, "officer.passphrase", officer) : new PassphraseFiles(terminal).read(from);
    }

    /// As [#read], for an officer who is to be added: what is typed is typed twice.
    public Secret readNew(Terminal terminal, String officer) {
        if (file != null) {
            return new PassphraseFiles(terminal).read(file);
        }
        Secret first = ask(terminal, "officer.passphrase.new", officer);
        try (Secret second = ask(terminal, "passphrase.again", officer)) {
            if (!first.reveal().equals(second.reveal())) {
                first.close();
                throw new UsageProblem(MESSAGES.text("passphrase.differs"));
            }
            return first;
        }
    }

    /// For an officer whose key is on a token: typed once, since the token itself says whether it is right.
    ///
    /// @throws UsageProblem if there is none to be had
    public Secret readPin(Terminal terminal, String officer) {
        return file == null ? ask(terminal, "officer.pin", officer) : new PassphraseFiles(terminal).read(file);
    }

    private static Secret ask(Terminal terminal, String prompt, String officer) {
        return terminal.ask(MESSAGES.text(prompt, officer))
                .orElseThrow(() -> new UsageProblem(MESSAGES.text("officer.nobody", officer)));
    }
}
