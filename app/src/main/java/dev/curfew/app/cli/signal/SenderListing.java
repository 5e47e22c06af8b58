package dev.curfew.app.cli.signal;

import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.governance.signal.SenderBook.Admitted;
import dev.curfew.model.signal.Sender;
import dev.curfew.model.signal.SignalKind;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Senders, a line each.
final class SenderListing {
    private static final Messages MESSAGES = Messages.of(SenderListing.class);

    static final Listing<Admitted> LISTING = new Listing<>(
            "curfew.signal-senders/1",
            List.of(
                    Column.whole(MESSAGES.text("sender"), one -> one.sender().name()),
                    Column.of(MESSAGES.text("proof"), one -> proof(one.sender())),
                    Column.of(MESSAGES.text("kinds"), one -> kinds(one.sender())),
                    Column.of(MESSAGES.text("sources"), one -> sources(one.sender())),
                    Column.of(MESSAGES.text("by"), Admitted::by),
                    Column.of(MESSAGES.text("since"), one -> ModelWords.time(one.since()))),
            SenderListing::json,
            MESSAGES.text("senders.none"));

    private SenderListing() {}

    private static String proof(Sender sender) {
        return switch (sender.proof()) {
            case Sender.Proof.Shared(Sender.Envelope envelope) -> MESSAGES.text("proof.shared", envelope.code());
            case Sender.Proof.Transmitter(URI issuer, String audience, String _, String _) ->
                MESSAGES.text("proof.transmitter", issuer.toString(), audience);
        };
    }

    private static String kinds(Sender sender) {
        return sender.kinds().size() == SignalKind.values().length
                ? MESSAGES.text("all")
                : String.join(", ", codes(sender));
    }

    private static List<String> codes(Sender sender) {
        return sender.kindsInOrder().stream().map(SignalKind::code).toList();
    }

    private static String sources(Sender sender) {
        return sender.sources().isEmpty() ? MESSAGES.text("all") : String.join(", ", sender.sources());
    }

    private static Map<String, @Nullable Object> json(Admitted one) {
        Fields fields = new Fields()
                .put("name", one.sender().name())
                .put("kinds", codes(one.sender()))
                .put("sources", one.sender().sources())
                .put("by", one.by())
                .put("since", one.since());
        switch (one.sender().proof()) {
            case Sender.Proof.Shared(Sender.Envelope envelope) -> fields.put("webhook", envelope.code());
            case Sender.Proof.Transmitter(URI issuer, String audience, String _, String _) ->
                fields.put("issuer", issuer.toString()).put("audience", audience);
        }
        return fields.map();
    }
}
