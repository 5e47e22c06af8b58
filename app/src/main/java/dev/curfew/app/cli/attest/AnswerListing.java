package dev.curfew.app.cli.attest;

import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.model.people.Attestation;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an owner said, an identity a line.
public final class AnswerListing {
    private static final Messages MESSAGES = Messages.of(AnswerListing.class);

    static final Listing<Attestation> LISTING = new Listing<>(
            "curfew.attestation-answers/1",
            List.of(
                    Column.whole(
                            MESSAGES.text("identity"), said -> said.identity().text()),
                    Column.of(MESSAGES.text("answer"), said -> said.answer().word()),
                    Column.of(MESSAGES.text("reason"), Attestation::reason),
                    Column.of(MESSAGES.text("owner"), Attestation::owner),
                    Column.of(MESSAGES.text("taken"), said -> ModelWords.time(said.at()))),
            AnswerListing::json,
            "");

    private AnswerListing() {}

    /// In one sentence.
    public static String sentence(Attestation said) {
        return said.reason().isEmpty()
                ? MESSAGES.text("said", said.owner(), said.answer().word(), ModelWords.time(said.at()), said.ask())
                : MESSAGES.text(
                        "said.reason",
                        said.owner(),
                        said.answer().word(),
                        ModelWords.time(said.at()),
                        said.ask(),
                        said.reason());
    }

    public static Map<String, @Nullable Object> json(Attestation said) {
        return new Fields()
                .put("identity", said.identity().text())
                .put("answer", said.answer().name())
                .put("reason", said.reason().isEmpty() ? null : said.reason())
                .put("owner", said.owner())
                .put("at", said.at())
                .put("ask", said.ask())
                .map();
    }
}
