package dev.curfew.app.cli.draft;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.decide.CaseListing;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.usecase.exception.ExceptionCase;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Asks for what was drafted.
@Command(name = "submit")
public final class DraftSubmitCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "REQUEST", descriptionKey = "request.id")
    private String request = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public DraftSubmitCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        ExceptionCase done = officer.run(
                invocation.terminal(), login -> invocation.desk().drafts().submit(login, request));
        CaseListing.showAsked(invocation, done);
        return ExitCode.DONE;
    }
}
