package dev.curfew.app.cli.attest;

import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.governance.attestation.Ask;
import dev.curfew.governance.attestation.AttestationBook.Asked;
import dev.curfew.governance.ssh.SshKey;
import dev.curfew.model.people.Attestation;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Questions to owners, a line each.
final class AskListing {
    private static final Messages MESSAGES = Messages.of(AskListing.class);

    static final Listing<Asked> LISTING = new Listing<>(
            "curfew.attestations/1",
            List.of(
                    Column.whole(MESSAGES.text("id"), asked -> asked.ask().id()),
                    Column.whole(MESSAGES.text("owner"), asked -> asked.ask().owner()),
                    Column.of(
                            MESSAGES.text("identities"),
                            asked -> Integer.toString(asked.ask().items().size())),
                    Column.of(MESSAGES.text("by"), asked -> asked.ask().by()),
                    Column.of(
                            MESSAGES.text("at"),
                            asked -> ModelWords.time(asked.ask().at())),
                    Column.of(
                            MESSAGES.text("due"),
                            asked -> ModelWords.time(asked.ask().due())),
                    Column.of(MESSAGES.text("answered"), asked -> ModelWords.time(asked.answeredAt())),
                    Column.of(MESSAGES.text("keep"), asked -> count(asked, Attestation.Answer.KEEP)),
                    Column.of(MESSAGES.text("not-mine"), asked -> count(asked, Attestation.Answer.NOT_MINE)),
                    Column.of(MESSAGES.text("not-needed"), asked -> count(asked, Attestation.Answer.NOT_NEEDED))),
            AskListing::json,
            MESSAGES.text("asks.none"));

    private AskListing() {}

    private static String count(Asked asked, Attestation.Answer answer) {
        return asked.isAnswered()
                ? Long.toString(asked.answers().stream()
                        .filter(said -> said.answer() == answer)
                        .count())
                : "";
    }

    private static Map<String, @Nullable Object> json(Asked asked) {
        Ask ask = asked.ask();
        return new Fields()
                .put("id", ask.id())
                .put("owner", ask.owner())
                .put("by", ask.by())
                .put("at", ask.at())
                .put("due", ask.due())
                .put("keys", ask.keys().stream().map(SshKey::fingerprint).toList())
                .put(
                        "identities",
                        ask.items().stream().map(item -> item.identity().text()).toList())
                .put("answeredAt", asked.answeredAt())
                .put("signedWith", asked.key().isEmpty() ? null : asked.key())
                .put(
                        "answers",
                        asked.answers().stream().map(AnswerListing::json).toList())
                .map();
    }
}
