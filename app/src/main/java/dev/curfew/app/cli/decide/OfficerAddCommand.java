package dev.curfew.app.cli.decide;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerPassphrase;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Officer;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Adds an officer, with a key of their own.
@Command(name = "add")
public final class OfficerAddCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "NAME", descriptionKey = "officer.name")
    private String name = "";

    @Option(names = "--display-name", paramLabel = "TEXT")
    private @Nullable String displayName;

    @Option(names = "--public-key", paramLabel = "KEY")
    private @Nullable String publicKey;

    @Mixin
    private final OfficerPassphrase passphrase = new OfficerPassphrase();

    public OfficerAddCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        invocation.printer().list(OfficerListCommand.LISTING, List.of(publicKey == null ? make() : enrol(publicKey)));
        return ExitCode.DONE;
    }

    private Officer make() {
        try (Secret secret = passphrase.readNew(invocation.terminal(), name)) {
            return invocation.desk().officers().add(new OfficerLogin(name, secret), displayName());
        }
    }

    private Officer enrol(String key) {
        return invocation.desk().officers().enrol(name, displayName(), key);
    }

    private String displayName() {
        return displayName == null ? name : displayName;
    }
}
