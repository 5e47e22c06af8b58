package dev.curfew.app.cli.act;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Lists plans with their steps, tries and proofs.
@Command(name = "list")
public final class RevokeListCommand implements Callable<Integer> {
    private final Invocation invocation;

    public RevokeListCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        List<RevocationCase> cases = invocation.desk().revocations().list();
        invocation.printer().list(PlanListing.at(invocation.clock().instant()), cases);
        long open = cases.stream().filter(one -> one.spooled().isPresent()).count();
        if (open > 0) {
            invocation.printer().note(Messages.of(RevokeListCommand.class).text("ratify.next", open));
        }
        invocation.desk().containments().open().doubts().forEach(invocation.printer()::note);
        return ExitCode.DONE;
    }
}
