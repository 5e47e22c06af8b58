package dev.curfew.app.cli.rotate;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Lists rotations, and how far each came.
@Command(name = "list")
public final class RotateListCommand implements Callable<Integer> {
    private final Invocation invocation;

    public RotateListCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        invocation
                .printer()
                .list(RotationListing.LISTING, invocation.desk().rotations().all());
        return ExitCode.DONE;
    }
}
