package dev.curfew.app.cli.decide;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.usecase.exception.ExceptionCase;
import dev.curfew.app.usecase.exception.Exceptions;
import dev.curfew.governance.request.Review;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Approves a request as another officer than the one who asked.
@Command(name = "approve")
public final class ApproveCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "REQUEST", descriptionKey = "request.id")
    private String request = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public ApproveCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Exceptions exceptions = invocation.desk().exceptions();
        Review review = exceptions.review(request);
        invocation.printer().note(AddsWords.of(review));
        ExceptionCase approved = officer.run(invocation.terminal(), login -> exceptions.approve(login, review));
        invocation.list(CaseListing.LISTING, List.of(approved));
        return ExitCode.DONE;
    }
}
