package dev.curfew.app.cli.prove;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.model.text.Messages;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Enters a witness whose signatures count.
@Command(name = "trust")
public final class LedgerTrustCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "witness.name")
    private String name = "";

    @Parameters(index = "1", paramLabel = "KEY", descriptionKey = "witness.key")
    private String key = "";

    public LedgerTrustCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        invocation.desk().witnesses().trust(name, key);
        invocation.printer().note(Messages.of(LedgerTrustCommand.class).text("witness.trusted", name));
        return ExitCode.DONE;
    }
}
