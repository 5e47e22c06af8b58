package dev.curfew.app.cli.connect;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.source.SourceStatus;
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
        Desk desk = invocation.desk();
        Listing<SourceStatus> listing = desk.readOnly()
                ? SourcesListing.ofExport(desk.estate().current().snapshot())
                : SourcesListing.LISTING;
        invocation.list(listing, desk.sources().list());
        return ExitCode.DONE;
    }
}
