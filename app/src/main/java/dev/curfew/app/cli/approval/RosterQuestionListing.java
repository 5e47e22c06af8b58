package dev.curfew.app.cli.approval;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.governance.exchange.RosterQuestion;
import dev.curfew.governance.roster.chain.RosterStatement;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A change of another machine's roster: what would be signed.
final class RosterQuestionListing {
    private static final Messages MESSAGES = Messages.of(RosterQuestionListing.class);

    private static final Listing<RosterQuestion> LISTING = new Listing<>(
            "curfew.roster-questions/1",
            List.of(
                    Column.whole(
                            MESSAGES.text("change"),
                            question -> question.statement().id()),
                    Column.whole(
                            MESSAGES.text("what"),
                            question -> question.statement().change().words()),
                    Column.of(
                            MESSAGES.text("number"),
                            question -> Integer.toString(question.statement().number())),
                    Column.of(
                            MESSAGES.text("proposed-by"),
                            question -> question.statement().by()),
                    Column.of(MESSAGES.text("sender"), RosterQuestion::officer),
                    Column.of(
                            MESSAGES.text("roster-host"),
                            question -> question.device().host()),
                    Column.of(MESSAGES.text("expires"), question -> ModelWords.time(question.expiresAt()))),
            RosterQuestionListing::json,
            "");

    private RosterQuestionListing() {}

    static RosterQuestion show(Invocation invocation, String content) {
        RosterQuestion question = invocation.desk().rosterFiles().look(content);
        invocation.printer().list(LISTING, List.of(question));
        invocation.printer().note(MESSAGES.text("roster.unchecked", question.quorum()));
        return question;
    }

    private static Map<String, @Nullable Object> json(RosterQuestion question) {
        RosterStatement statement = question.statement();
        return new Fields()
                .put("id", statement.id())
                .put("number", statement.number())
                .put("roster", statement.roster())
                .put("before", statement.before())
                .put("change", statement.change().toJson())
                .put("proposedBy", statement.by())
                .put("quorum", question.quorum())
                .put("askedBy", question.officer())
                .put("host", question.device().host())
                .put("askedAt", question.at())
                .put("expiresAt", question.expiresAt())
                .put("hash", question.hash())
                .map();
    }
}
