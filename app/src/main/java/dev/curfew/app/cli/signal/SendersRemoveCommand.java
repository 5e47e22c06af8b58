package dev.curfew.app.cli.signal;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Has somebody believed no longer.
@Command(name = "remove")
public final class SendersRemoveCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "NAME", descriptionKey = "signal.sender")
    private String name = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public SendersRemoveCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        return officer.list(
                invocation,
                SenderListing.LISTING,
                login -> invocation.desk().signals().senders().remove(login, name));
    }
}
