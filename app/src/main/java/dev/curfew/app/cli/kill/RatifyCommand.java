package dev.curfew.app.cli.kill;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.act.PlanListing;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Enters into the ledger what was done while it could not be written.
@Command(name = "ratify")
public final class RatifyCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public RatifyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<String> doubts = invocation.desk().containments().open().doubts();
        List<RevocationCase> entered = officer.run(
                invocation.terminal(), login -> invocation.desk().containments().ratify(login));
        invocation.printer().list(PlanListing.at(invocation.clock().instant()), entered);
        entered.forEach(one -> invocation
                .printer()
                .note(Messages.of(RatifyCommand.class)
                        .text("ratified", one.plan().id())));
        doubts.forEach(invocation.printer()::note);
        return doubts.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }
}
