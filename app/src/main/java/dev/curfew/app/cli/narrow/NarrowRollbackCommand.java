package dev.curfew.app.cli.narrow;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.revocation.narrowing.Narrowing;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Puts the former policy back.
@Command(name = "rollback")
public final class NarrowRollbackCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "NARROWING", descriptionKey = "narrowing.id")
    private String narrowing = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public NarrowRollbackCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Narrowing now = officer.run(
                invocation.terminal(), login -> invocation.desk().narrowings().rollback(login, narrowing));
        invocation.printer().list(NarrowingListing.LISTING, List.of(now));
        return ExitCode.DONE;
    }
}
