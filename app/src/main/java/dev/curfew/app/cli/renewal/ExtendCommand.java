package dev.curfew.app.cli.renewal;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.model.governance.ExceptionRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Asks for more time while a window is open: a new decision, and a new credential.
@Command(name = "extend")
public final class ExtendCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final AgainOptions options = new AgainOptions();

    public ExtendCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        options.ask(invocation, ExceptionRequest.EXTENDS);
        return ExitCode.DONE;
    }
}
