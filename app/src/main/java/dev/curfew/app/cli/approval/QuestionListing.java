package dev.curfew.app.cli.approval;

import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.governance.exchange.Question;
import dev.curfew.governance.exchange.Shown;
import dev.curfew.governance.outcome.Spans;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A question from another machine: what would be signed.
final class QuestionListing {
    private static final Messages MESSAGES = Messages.of(QuestionListing.class);

    static final Listing<Shown> LISTING = new Listing<>(
            "curfew.approval-questions/1",
            List.of(
                    Column.whole(
                            MESSAGES.text("request"),
                            shown -> shown.question().request().id()),
                    Column.whole(
                            MESSAGES.text("target"),
                            shown -> shown.question().request().policy().text()),
                    Column.of(
                            MESSAGES.text("for"),
                            shown -> Spans.words(shown.question().request().duration())),
                    Column.of(
                            MESSAGES.text("requester"),
                            shown -> shown.question().request().requester()),
                    Column.of(
                            MESSAGES.text("sender"),
                            shown -> shown.question().sender().officer()),
                    Column.of(
                            MESSAGES.text("host"),
                            shown -> shown.question().sender().device().host()),
                    Column.of(
                            MESSAGES.text("expires"),
                            shown -> ModelWords.time(shown.question().sender().expiresAt())),
                    Column.of(
                            MESSAGES.text("reason"),
                            shown -> shown.question().request().reason())),
            QuestionListing::json,
            "");

    private QuestionListing() {}

    /// Whether this machine computed for itself what it would add, and what came of it.
    static String checked(Shown shown) {
        return MESSAGES.text("checked." + shown.checked().recheck().text());
    }

    private static Map<String, @Nullable Object> json(Shown shown) {
        Question question = shown.question();
        Fields asked = new Fields().put("request", question.request().toJson());
        return SenderFields.after(asked, question.sender(), shown.checked())
                .put("hash", question.hash())
                .map();
    }
}
