package dev.curfew.app.cli.signal;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says that a signal is over, for good.
@Command(name = "settle")
public final class SignalSettleCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "ID", descriptionKey = "signal.id")
    private String id = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public SignalSettleCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        return officer.list(
                invocation,
                SignalListing.LISTING,
                login -> invocation.desk().signals().settle(login, id, reason));
    }
}
