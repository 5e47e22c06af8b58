package dev.curfew.app.cli.attest;

import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.governance.attestation.OwnerKey;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Owners' keys, a line each.
final class OwnerKeyListing {
    private static final Messages MESSAGES = Messages.of(OwnerKeyListing.class);

    static final Listing<OwnerKey> LISTING = new Listing<>(
            "curfew.owner-keys/1",
            List.of(
                    Column.whole(MESSAGES.text("owner"), OwnerKey::owner),
                    Column.of(MESSAGES.text("type"), key -> key.key().type()),
                    Column.whole(MESSAGES.text("fingerprint"), key -> key.key().fingerprint()),
                    Column.of(MESSAGES.text("vouched"), OwnerKey::by),
                    Column.of(MESSAGES.text("since"), key -> ModelWords.time(key.at())),
                    Column.of(MESSAGES.text("revoked"), key -> ModelWords.time(key.revokedAt()))),
            OwnerKeyListing::json,
            MESSAGES.text("keys.none"));

    private OwnerKeyListing() {}

    private static Map<String, @Nullable Object> json(OwnerKey key) {
        return new Fields()
                .put("owner", key.owner())
                .put("key", key.key().line())
                .put("fingerprint", key.key().fingerprint())
                .put("by", key.by())
                .put("at", key.at())
                .put("revokedAt", key.revokedAt())
                .map();
    }
}
