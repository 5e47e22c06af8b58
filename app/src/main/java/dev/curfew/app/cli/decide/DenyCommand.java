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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Denies a request, for good.
@Command(name = "deny")
public final class DenyCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "REQUEST", descriptionKey = "request.id")
    private String request = "";

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "")
    private String reason = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public DenyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Exceptions exceptions = invocation.desk().exceptions();
        Review review = exceptions.review(request);
        ExceptionCase denied = officer.run(invocation.terminal(), login -> exceptions.deny(login, review, reason));
        invocation.list(CaseListing.LISTING, List.of(denied));
        return ExitCode.DONE;
    }
}
