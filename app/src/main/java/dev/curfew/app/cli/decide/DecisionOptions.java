package dev.curfew.app.cli.decide;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.usecase.exception.ExceptionCase;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.request.Review;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Which request is decided on, and by which officer.
final class DecisionOptions {
    @Parameters(paramLabel = "REQUEST", descriptionKey = "request.id")
    private String request = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    /// How it is decided.
    @FunctionalInterface
    interface Deciding {
        ExceptionCase as(OfficerLogin login, Review shown);
    }

    /// Shows what the request would add, and decides on what was shown.
    void decide(Invocation invocation, Deciding decision) throws InterruptedException {
        Review review = invocation.desk().exceptions().review(request);
        invocation.printer().note(AddsWords.of(review));
        ExceptionCase decided = officer.run(invocation.terminal(), login -> decision.as(login, review));
        invocation.list(CaseListing.LISTING, List.of(decided));
    }
}
