package dev.curfew.app.cli.officer.delegation;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.governance.delegation.Delegation;
import dev.curfew.governance.delegation.Handed;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Voices that were handed on, a line each.
final class HandedListing {
    private static final Messages MESSAGES = Messages.of(HandedListing.class);

    private HandedListing() {}

    static void show(Invocation invocation, List<Handed> handed) {
        invocation.printer().list(listing(invocation.clock().instant()), handed);
    }

    private static Listing<Handed> listing(Instant now) {
        return new Listing<>(
                "curfew.delegations/1",
                List.of(
                        Column.whole(
                                MESSAGES.text("delegation"),
                                one -> one.delegation().id()),
                        Column.of(
                                MESSAGES.text("voice-of"),
                                one -> one.delegation().from()),
                        Column.of(MESSAGES.text("with"), one -> one.delegation().to()),
                        Column.of(
                                MESSAGES.text("for"),
                                one -> one.delegation().scope().words()),
                        Column.of(
                                MESSAGES.text("until"),
                                one -> ModelWords.time(one.delegation().until())),
                        Column.of(
                                MESSAGES.text("state"), one -> MESSAGES.text("state." + state(one, now), one.ended()))),
                one -> json(one, now),
                MESSAGES.text("none"));
    }

    private static String state(Handed one, Instant now) {
        if (!one.stands()) {
            return "ended";
        }
        return now.isBefore(one.delegation().until()) ? "in-force" : "over";
    }

    private static Map<String, @Nullable Object> json(Handed one, Instant now) {
        Delegation delegation = one.delegation();
        return new Fields()
                .put("id", delegation.id())
                .put("from", delegation.from())
                .put("to", delegation.to())
                .put("scope", delegation.scope().toJson())
                .put("at", delegation.at())
                .put("until", delegation.until())
                .put("state", state(one, now))
                .put("why", one.ended())
                .put("hash", delegation.hash())
                .put("ledgerIndex", one.ledgerIndex())
                .map();
    }
}
