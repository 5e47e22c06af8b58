package dev.curfew.app.cli.signal;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.governance.signal.SenderBook.Admitted;
import java.util.List;
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
        Admitted removed = officer.run(
                invocation.terminal(),
                login -> invocation.desk().signals().senders().remove(login, name));
        invocation.printer().list(SenderListing.LISTING, List.of(removed));
        return ExitCode.DONE;
    }
}
