package dev.curfew.app.cli.approval;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.act.PlanListing;
import dev.curfew.app.cli.act.PreviewWords;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.exchange.PlanQuestion;
import dev.curfew.revocation.exchange.PlanShown;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A plan of another machine: what would be signed.
final class PlanQuestionListing {
    private static final Messages MESSAGES = Messages.of(PlanQuestionListing.class);

    private static final Listing<PlanShown> LISTING = new Listing<>(
            "curfew.plan-questions/1",
            List.of(
                    Column.whole(
                            MESSAGES.text("plan"),
                            shown -> shown.question().plan().id()),
                    Column.whole(
                            MESSAGES.text("steps"),
                            shown -> steps(shown.question().plan())),
                    Column.of(
                            MESSAGES.text("requester"),
                            shown -> shown.question().plan().requester()),
                    Column.of(
                            MESSAGES.text("sender"),
                            shown -> shown.question().sender().officer()),
                    Column.of(
                            MESSAGES.text("plan-host"),
                            shown -> shown.question().sender().device().host()),
                    Column.of(
                            MESSAGES.text("expires"),
                            shown -> ModelWords.time(shown.question().sender().expiresAt())),
                    Column.of(
                            MESSAGES.text("reason"),
                            shown -> shown.question().plan().reason())),
            PlanQuestionListing::json,
            "");

    private PlanQuestionListing() {}

    /// With what `revoke approve` says of a plan, and whether this machine computed it for itself.
    static PlanShown show(Invocation invocation, String content) throws InterruptedException {
        PlanShown shown = invocation.desk().planFiles().look(content);
        PlanQuestion question = shown.question();
        invocation.printer().list(LISTING, List.of(shown));
        PreviewWords.of(question.plan(), invocation.clock().instant()).forEach(invocation.printer()::note);
        if (!question.sender().unread().isEmpty()) {
            invocation
                    .printer()
                    .note(MESSAGES.text(
                            "unread.there", String.join(", ", question.sender().unread())));
        }
        invocation
                .printer()
                .note(MESSAGES.text("plan.checked." + shown.checked().recheck().text()));
        return shown;
    }

    private static String steps(RevocationPlan plan) {
        return plan.steps().stream()
                .map(step -> step.action().code() + " " + step.credential().text())
                .collect(Collectors.joining(", "));
    }

    private static Map<String, @Nullable Object> json(PlanShown shown) {
        PlanQuestion question = shown.question();
        RevocationPlan plan = question.plan();
        Fields asked = new Fields()
                .put("id", plan.id())
                .put("planHash", plan.hash())
                .put("requester", plan.requester())
                .put("reason", plan.reason())
                .put("createdAt", plan.createdAt())
                .put("steps", plan.steps().stream().map(PlanListing::json).toList())
                .put("preview", plan.preview());
        return SenderFields.after(asked, question.sender(), shown.checked())
                .put("hash", question.hash())
                .map();
    }
}
