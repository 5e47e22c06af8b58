package dev.curfew.app.cli.signal;

import dev.curfew.analysis.signal.Named;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.app.usecase.signal.SignalCase;
import dev.curfew.governance.signal.SignalBook.Settlement;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.signal.Signal;
import dev.curfew.model.signal.SignalSubject;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Signals, a line each.
final class SignalListing {
    private static final Messages MESSAGES = Messages.of(SignalListing.class);

    static final Listing<SignalCase> LISTING = new Listing<>(
            "curfew.signals/1",
            List.of(
                    Column.whole(MESSAGES.text("id"), one -> signal(one).id()),
                    Column.of(
                            MESSAGES.text("kind"),
                            one -> signal(one).tip().kind().code()),
                    Column.of(MESSAGES.text("sender"), one -> signal(one).sender()),
                    Column.of(MESSAGES.text("about"), one -> subject(one).words()),
                    Column.of(MESSAGES.text("names"), one -> names(one.named())),
                    Column.of(
                            MESSAGES.text("at"),
                            one -> ModelWords.time(signal(one).tip().at())),
                    Column.of(MESSAGES.text("state"), SignalListing::state)),
            SignalListing::json,
            MESSAGES.text("signals.none"));

    private SignalListing() {}

    private static Signal signal(SignalCase one) {
        return one.taken().signal();
    }

    private static SignalSubject subject(SignalCase one) {
        return signal(one).tip().subjects().getFirst();
    }

    private static String names(Named named) {
        return switch (named) {
            case Named.Nobody() -> MESSAGES.text("named.nobody");
            case Named.Exactly _ -> named.words();
            case Named.Ambiguous _ -> MESSAGES.text("named.ambiguous", named.words());
        };
    }

    private static String state(SignalCase one) {
        if (one.taken().forged()) {
            return MESSAGES.text("state.forged");
        }
        return one.taken()
                .settlement()
                .map(settled -> MESSAGES.text("state.settled", settled.officer(), settled.remark()))
                .orElseGet(() -> MESSAGES.text("state.stands"));
    }

    private static Map<String, @Nullable Object> json(SignalCase one) {
        Signal signal = signal(one);
        return new Fields()
                .put("id", signal.id())
                .put("kind", signal.tip().kind().code())
                .put("sender", signal.sender())
                .put("senderId", signal.tip().id())
                .put(
                        "subjects",
                        signal.tip().subjects().stream()
                                .map(SignalSubject::toJson)
                                .toList())
                .put("names", one.named().all().stream().map(EntityId::text).toList())
                .put("ambiguous", one.named() instanceof Named.Ambiguous)
                .put("at", signal.tip().at())
                .put("receivedAt", signal.receivedAt())
                .put("stands", one.taken().stands())
                .put("forgedSettlement", one.taken().forged())
                .put(
                        "settled",
                        one.taken().settlement().map(SignalListing::json).orElse(null))
                .map();
    }

    private static Map<String, @Nullable Object> json(Settlement settlement) {
        return new Fields()
                .put("officer", settlement.officer())
                .put("at", settlement.at())
                .put("remark", settlement.remark())
                .map();
    }
}
