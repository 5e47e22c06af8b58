package dev.curfew.app.cli.option;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// As [OfficerOptions], for a command with commands below it that nobody signs: picocli asks for what a command
/// requires also where one below it was typed.
public final class OfficerOfCommand {
    private static final Messages MESSAGES = Messages.of(OfficerOfCommand.class);

    @Option(names = "--officer", paramLabel = "NAME", defaultValue = "${env:CURFEW_OFFICER}")
    private @Nullable String name;

    @Mixin
    private final SigningPassphrase passphrase = new SigningPassphrase();

    /// @throws UsageProblem if no officer is named, or there is no passphrase to be had
    public <T> T run(Terminal terminal, OfficerOptions.Signed<T> work) throws InterruptedException {
        if (name == null || name.isEmpty()) {
            throw new UsageProblem(MESSAGES.text("officer.missing"));
        }
        try (Secret secret = passphrase.read(terminal, name)) {
            return work.as(new OfficerLogin(name, secret));
        }
    }
}
