package dev.curfew.app.cli.signal;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Lists who may signal.
@Command(name = "list")
public final class SendersListCommand implements Callable<Integer> {
    private final Invocation invocation;

    public SendersListCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        invocation
                .printer()
                .list(
                        SenderListing.LISTING,
                        invocation.desk().signals().senders().kept());
        return ExitCode.DONE;
    }
}
