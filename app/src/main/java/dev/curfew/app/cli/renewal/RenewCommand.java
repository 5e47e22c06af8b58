package dev.curfew.app.cli.renewal;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.model.governance.ExceptionRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Asks for the same access again.
@Command(name = "renew")
public final class RenewCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final AgainOptions options = new AgainOptions();

    public RenewCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        options.ask(invocation, ExceptionRequest.RENEWS);
        return ExitCode.DONE;
    }
}
