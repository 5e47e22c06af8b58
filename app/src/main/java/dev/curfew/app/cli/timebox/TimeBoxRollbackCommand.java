package dev.curfew.app.cli.timebox;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Takes an end back, before it came or after.
@Command(name = "rollback")
public final class TimeBoxRollbackCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "TIMEBOX", descriptionKey = "timebox.id")
    private String timebox = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public TimeBoxRollbackCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        return officer.list(
                invocation,
                BoxListing.LISTING,
                login -> invocation.desk().timeBoxes().rollback(login, timebox));
    }
}
