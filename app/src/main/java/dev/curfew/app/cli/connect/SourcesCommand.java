package dev.curfew.app.cli.connect;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Lists connected sources.
@Command(name = "sources")
public final class SourcesCommand implements Callable<Integer> {
    private final Invocation invocation;

    public SourcesCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        invocation.list(SourcesListing.LISTING, invocation.desk().sources().list());
        return ExitCode.DONE;
    }
}
