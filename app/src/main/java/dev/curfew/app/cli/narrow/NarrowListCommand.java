package dev.curfew.app.cli.narrow;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Lists narrowings, and how far each came.
@Command(name = "list")
public final class NarrowListCommand implements Callable<Integer> {
    private final Invocation invocation;

    public NarrowListCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        invocation
                .printer()
                .list(NarrowingListing.LISTING, invocation.desk().narrowings().all());
        return ExitCode.DONE;
    }
}
