package dev.curfew.app.cli.option;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;

/// An officer beside the one who signs, as NAME, or as NAME=FILE with the file that holds their passphrase.
final class NamedOfficer {
    private static final Messages MESSAGES = Messages.of(NamedOfficer.class);

    private NamedOfficer() {}

    /// @param option that named them; its words without dashes ask for the passphrase
    /// @throws UsageProblem if there is a passphrase that is not to be had
    static OfficerLogin login(Terminal terminal, String option, String typed) {
        int equals = typed.indexOf('=');
        String name = equals < 0 ? typed : typed.substring(0, equals);
        if (!Officer.isName(name)) {
            throw new UsageProblem(MESSAGES.text("named.name", name));
        }
        return new OfficerLogin(
                name, passphrase(terminal, option, name, equals < 0 ? "" : typed.substring(equals + 1)));
    }

    private static Secret passphrase(Terminal terminal, String option, String name, String file) {
        return file.isEmpty()
                ? terminal.ask(MESSAGES.text("named.passphrase." + option.substring(2), name))
                        .orElseThrow(() -> new UsageProblem(MESSAGES.text("named.nobody", name, option)))
                : new PassphraseFiles(terminal).read(Path.of(file));
    }
}
