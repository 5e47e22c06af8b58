package dev.curfew.app.cli.playbook;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.app.usecase.playbook.PlaybookCase;
import dev.curfew.governance.officer.Believed;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.playbook.PlaybookRun;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists what playbooks did, with what set them off and whether somebody has looked at it.
@Command(name = "runs")
public final class PlaybookRunsCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(PlaybookRunsCommand.class);

    private final Invocation invocation;

    @Option(names = "--fail-on-overdue")
    private boolean failOnOverdue;

    public PlaybookRunsCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Instant now = invocation.clock().instant();
        Believed<PlaybookCase> runs = invocation.desk().playbooks().runs();
        invocation.printer().list(listing(now), runs);
        return failOnOverdue && needsSomebody(runs, now) ? ExitCode.REFUSED : ExitCode.DONE;
    }

    /// Whether one was not looked at in time; of one that is in doubt nobody knows that it was.
    static boolean needsSomebody(Believed<PlaybookCase> runs, Instant now) {
        return !runs.doubts().isEmpty()
                || runs.all().stream().anyMatch(one -> one.run().isOverdue(now));
    }

    static Listing<PlaybookCase> listing(Instant now) {
        return new Listing<>(
                "curfew.playbook-runs/1",
                List.of(
                        Column.whole(MESSAGES.text("run"), one -> one.run().plan()),
                        Column.of(MESSAGES.text("name"), one -> one.run().playbook()),
                        Column.of(
                                MESSAGES.text("at"),
                                one -> ModelWords.time(one.run().at())),
                        Column.of(MESSAGES.text("done"), PlaybookRunsCommand::done),
                        Column.whole(
                                MESSAGES.text("touched"),
                                one -> String.join(", ", one.run().credentials())),
                        Column.of(MESSAGES.text("review"), one -> review(one.run(), now)),
                        Column.of(MESSAGES.text("because"), one -> one.run().because())),
                one -> json(one, now),
                MESSAGES.text("runs.none"));
    }

    private static String done(PlaybookCase one) {
        return MESSAGES.text("done.of", one.acted(), one.plan().plan().steps().size());
    }

    private static String review(PlaybookRun run, Instant now) {
        return run.review()
                .map(review -> MESSAGES.text(review.right() ? "review.right" : "review.wrong", review.officer()))
                .orElseGet(() -> MESSAGES.text(
                        run.isOverdue(now) ? "review.overdue" : "review.until", ModelWords.time(run.reviewBy())));
    }

    private static Map<String, @Nullable Object> json(PlaybookCase one, Instant now) {
        PlaybookRun run = one.run();
        return new Fields()
                .put("run", run.plan())
                .put("playbook", run.playbook())
                .put("hash", run.hash())
                .put("trigger", run.key())
                .put("occasions", run.occasions())
                .put("because", run.because())
                .put("at", run.at())
                .put("credentials", run.credentials())
                .put("identities", run.identities())
                .put("steps", one.plan().plan().steps().size())
                .put("acted", one.acted())
                .put("reviewBy", run.reviewBy())
                .put("overdue", run.isOverdue(now))
                .put("review", run.review().map(PlaybookRunsCommand::json).orElse(null))
                .map();
    }

    private static Map<String, @Nullable Object> json(PlaybookRun.Review review) {
        return new Fields()
                .put("officer", review.officer())
                .put("at", review.at())
                .put("right", review.right())
                .put("remark", review.remark())
                .map();
    }
}
