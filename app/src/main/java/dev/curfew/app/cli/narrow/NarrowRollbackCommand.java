package dev.curfew.app.cli.narrow;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
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
        return officer.list(
                invocation,
                NarrowingListing.LISTING,
                login -> invocation.desk().narrowings().rollback(login, narrowing));
    }
}
