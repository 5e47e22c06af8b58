package dev.curfew.app.cli.timebox;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Lists time-boxes on standing access, and how far each came.
@Command(name = "list")
public final class TimeBoxListCommand implements Callable<Integer> {
    private final Invocation invocation;

    public TimeBoxListCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        invocation
                .printer()
                .list(BoxListing.LISTING, invocation.desk().timeBoxes().all());
        return ExitCode.DONE;
    }
}
