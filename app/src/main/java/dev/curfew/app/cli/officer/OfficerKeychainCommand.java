package dev.curfew.app.cli.officer;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerPassphrase;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Has the keychain keep the passphrase of an officer's key, or forget it.
@Command(name = "keychain")
public final class OfficerKeychainCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(OfficerKeychainCommand.class);

    private final Invocation invocation;

    @Parameters(paramLabel = "NAME", descriptionKey = "officer.listed")
    private String name = "";

    @Option(names = "--forget")
    private boolean forget;

    @Mixin
    private final OfficerPassphrase passphrase = new OfficerPassphrase();

    public OfficerKeychainCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Officers officers = invocation.desk().officers();
        if (forget) {
            officers.forget(name);
            invocation.printer().note(MESSAGES.text("keychain.forgot", name));
            return ExitCode.DONE;
        }
        try (Secret secret = passphrase.read(invocation.terminal(), name)) {
            officers.keep(new OfficerLogin(name, secret));
        }
        invocation.printer().note(MESSAGES.text("keychain.kept", name));
        return ExitCode.DONE;
    }
}
