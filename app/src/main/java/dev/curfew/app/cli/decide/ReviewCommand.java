package dev.curfew.app.cli.decide;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.governance.alternative.Alternative;
import dev.curfew.governance.judgement.Judgement;
import dev.curfew.governance.policy.DecisionWords;
import dev.curfew.governance.request.Review;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Shows what a request asks for and what the policies say to it now, and lists what would change that.
@Command(name = "review")
public final class ReviewCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(ReviewCommand.class);

    private static final Listing<Alternative> LISTING = new Listing<>(
            "curfew.alternatives/1",
            List.of(
                    Column.of(MESSAGES.text("alternative.with"), Alternative::change),
                    Column.of(MESSAGES.text("alternative.then"), one -> DecisionWords.of(one.decision()))),
            ReviewCommand::json,
            MESSAGES.text("alternatives.none"));

    private final Invocation invocation;

    @Parameters(paramLabel = "REQUEST", descriptionKey = "request.id")
    private String request = "";

    public ReviewCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Review review = invocation.desk().exceptions().review(request);
        invocation.printer().note(AskedWords.of(review.request()));
        invocation.printer().note(AddsWords.now(review));
        invocation.list(LISTING, review.alternatives());
        return ExitCode.DONE;
    }

    private static Map<String, @Nullable Object> json(Alternative one) {
        return new Fields()
                .put("changes", one.changes())
                .put("decision", Judgement.name(one.decision()))
                .put("by", one.decision().by())
                .put("words", one.words())
                .map();
    }
}
