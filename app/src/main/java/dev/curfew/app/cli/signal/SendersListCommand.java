package dev.curfew.app.cli.signal;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.governance.officer.Believed;
import dev.curfew.governance.signal.SenderBook.Admitted;
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
        Believed<Admitted> kept = invocation.desk().signals().senders().kept();
        invocation.printer().list(SenderListing.LISTING, kept.all());
        kept.doubts().forEach(invocation.printer()::failure);
        return ExitCode.DONE;
    }
}
