package dev.curfew.app.cli.decide;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.AtLeastOne;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.usecase.exception.ExceptionCase;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.request.Review;
import dev.curfew.model.text.Messages;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which request is decided on, or which with all of its shape, and by which officer.
final class DecisionOptions {
    private static final Messages MESSAGES = Messages.of(DecisionOptions.class);

    @Parameters(paramLabel = "REQUEST", descriptionKey = "request.id")
    private String request = "";

    @Option(names = "--alike", descriptionKey = "decide.alike")
    private boolean alike;

    @Option(names = "--count", paramLabel = "N", converter = AtLeastOne.class, descriptionKey = "decide.count")
    private @Nullable Integer count;

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    /// How it is decided.
    @FunctionalInterface
    interface Deciding {
        ExceptionCase as(OfficerLogin login, Review shown);
    }

    /// Shows what is asked and what it would add, and decides on what was shown.
    ///
    /// @return the exit code
    int decide(Invocation invocation, Deciding decision, AlikeDecision.Deciding several) throws InterruptedException {
        if (alike) {
            return new AlikeDecision(invocation, officer).decide(request, count, several);
        }
        if (count != null) {
            throw new UsageProblem(MESSAGES.text("alike.count-alone"));
        }
        Review review = invocation.desk().exceptions().review(request);
        invocation.printer().note(AskedWords.of(review.request()));
        invocation.printer().note(AddsWords.of(review));
        ExceptionCase decided = officer.run(invocation.terminal(), login -> decision.as(login, review));
        invocation.list(CaseListing.LISTING, List.of(decided));
        return ExitCode.DONE;
    }
}
