package dev.curfew.app.cli.serve;

import dev.curfew.app.cli.serve.http.Inbound;
import dev.curfew.app.cli.serve.http.Problem;
import dev.curfew.app.cli.serve.http.ProblemKind;
import dev.curfew.app.cli.serve.http.Reply;
import dev.curfew.app.usecase.counter.Errand;
import dev.curfew.app.usecase.counter.Slip;
import dev.curfew.connector.signal.Delivery;
import dev.curfew.connector.signal.EventTokens;
import dev.curfew.connector.signal.TipVerdict;
import dev.curfew.model.signal.Sender;
import dev.curfew.model.signal.Tip;
import dev.curfew.model.text.Messages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/// Takes signals: webhooks, and Security Event Tokens as RFC 8935 has them pushed.
final class Signalling {
    private static final Messages MESSAGES = Messages.of(Signalling.class);

    private static final Pattern TOKEN = Pattern.compile("application/secevent\\+jwt");

    /// More than any token that is read.
    private static final int TOKEN_BYTES_MAX = 16 * 1024;

    private final Errands turns;
    private final KnownSenders senders;
    private final EventTokens tokens;
    private final BiConsumer<String, String> told;

    /// @param told of each signal that was taken or not, in a sentence, with whose it is said to be
    Signalling(Errands turns, KnownSenders senders, EventTokens tokens, BiConsumer<String, String> told) {
        this.turns = turns;
        this.senders = senders;
        this.tokens = tokens;
        this.told = told;
    }

    /// The body is read first: a sender has some seconds for it, and others may have the workspace for longer.
    ///
    /// @throws Problem for a webhook that is not taken, and for what is nobody's
    Reply take(Inbound request, String name) throws InterruptedException {
        boolean pushed = request.isOf(TOKEN);
        byte[] body = pushed ? request.bytes(TOKEN_BYTES_MAX) : request.json(Delivery.BYTES_MAX);
        Sender sender = senders.find(name).orElseThrow(Signalling::unknown);
        return switch (sender.proof()) {
            case Sender.Proof.Shared _
            when pushed -> throw Problem.of(ProblemKind.NOT_JSON, MESSAGES.text("signal.webhook"));
            case Sender.Proof.Shared(Sender.Envelope envelope) ->
                webhook(new Delivery(signature(request, envelope), body), sender);
            case Sender.Proof.Transmitter _
            when !pushed -> failed(sender, "invalid_request", MESSAGES.text("signal.type"));
            case Sender.Proof.Transmitter transmitter ->
                token(new String(body, StandardCharsets.US_ASCII), sender, transmitter);
        };
    }

    private static String signature(Inbound request, Sender.Envelope envelope) {
        List<String> signatures = request.header(signedBy(envelope));
        return signatures.size() == 1 ? signatures.getFirst() : "";
    }

    private static String signedBy(Sender.Envelope envelope) {
        return switch (envelope) {
            case HUB -> "X-Hub-Signature-256";
            case CURFEW -> "Curfew-Signature";
        };
    }

    private static Problem unknown() {
        return Problem.of(ProblemKind.NOT_FOUND, MESSAGES.text("signal.unknown"));
    }

    private Reply webhook(Delivery delivery, Sender sender) throws InterruptedException {
        Slip slip = turns.take(new Errand.Deliver(sender.name(), delivery));
        if (slip.kind() == Slip.Kind.SIGNALLED) {
            taken(slip, sender);
            return Reply.json(202, slip.json());
        }
        told.accept(MESSAGES.text("signal.refused", words(slip)), sender.name());
        throw Problem.of(kind(slip), words(slip));
    }

    private static ProblemKind kind(Slip slip) {
        return switch (slip.why()) {
            case "UNKNOWN_SENDER" -> ProblemKind.NOT_FOUND;
            case "SIGNAL_UNPROVEN" -> ProblemKind.UNPROVEN;
            case "SIGNAL_NOT_BELIEVED" -> ProblemKind.NOT_TRUSTED;
            case "SIGNAL_MALFORMED" -> ProblemKind.MALFORMED;
            case "TOO_MANY_SIGNALS" -> ProblemKind.TOO_OFTEN;
            default -> ProblemKind.FAULT;
        };
    }

    private static String words(Slip slip) {
        return slip.words().isEmpty() ? MESSAGES.text("unclear") : slip.words();
    }

    private void taken(Slip slip, Sender sender) {
        told.accept(MESSAGES.text("signal.taken", ids(slip)), sender.name());
    }

    private static String ids(Slip slip) {
        return slip.json().get("signals") instanceof List<?> all && !all.isEmpty()
                ? String.join(
                        ", ",
                        all.stream()
                                .map(one -> one instanceof Map<?, ?> signal ? String.valueOf(signal.get("id")) : "")
                                .toList())
                : MESSAGES.text("signal.none");
    }

    /// RFC 8935, section 2.2: 202 without a body; 2.3: 400 with `err`. One that was received before is acknowledged
    /// again, since its transmitter did not hear of it the first time.
    private Reply token(String token, Sender sender, Sender.Proof.Transmitter transmitter) throws InterruptedException {
        return switch (tokens.read(token, transmitter, EventTokens.AGE_MAX)) {
            case TipVerdict.Proven(List<Tip> tips) -> enter(sender, tips);
            case TipVerdict.Refused(TipVerdict.Why why, String words) -> failed(sender, code(why), words);
            case TipVerdict.Unavailable(String detail) ->
                throw Problem.of(ProblemKind.ISSUER_UNAVAILABLE, detail).header("Retry-After", "10");
        };
    }

    private Reply enter(Sender sender, List<Tip> tips) throws InterruptedException {
        Slip slip = turns.take(new Errand.Signal(sender, tips));
        if (slip.kind() == Slip.Kind.SIGNALLED) {
            taken(slip, sender);
            return Reply.empty(202);
        }
        return switch (kind(slip)) {
            case NOT_FOUND -> throw unknown();
            case NOT_TRUSTED -> failed(sender, "access_denied", words(slip));
            case TOO_OFTEN -> throw Problem.of(ProblemKind.TOO_OFTEN, words(slip));
            default -> throw Problem.of(ProblemKind.FAULT, words(slip));
        };
    }

    /// The codes of RFC 8935, section 2.4.
    private static String code(TipVerdict.Why why) {
        return switch (why) {
            case MALFORMED, TIME -> "invalid_request";
            case SIGNATURE -> "invalid_key";
            case ISSUER -> "invalid_issuer";
            case AUDIENCE -> "invalid_audience";
        };
    }

    private Reply failed(Sender sender, String code, String words) {
        told.accept(MESSAGES.text("signal.refused", words), sender.name());
        return Reply.json(400, Map.of("err", code, "description", words)).with(Map.of("Content-Language", "en"));
    }
}
