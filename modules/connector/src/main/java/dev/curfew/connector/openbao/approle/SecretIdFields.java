package dev.curfew.connector.openbao.approle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.text.Messages;
import java.time.Instant;

/// What OpenBao answers about a secret id.
final class SecretIdFields {
    private static final Messages MESSAGES = Messages.of(SecretIdFields.class);

    private SecretIdFields() {}

    /// OpenBao writes the year 1 for one that does not end.
    static Expiry expiry(JsonNode data) {
        return Json.instant(data.path("expiration_time"))
                .<Expiry>map(at -> at.isBefore(Instant.EPOCH) ? new Expiry.Never() : new Expiry.At(at))
                .orElseGet(() -> new Expiry.Unknown(MESSAGES.text("expiry-unknown")));
    }

    static boolean isLimited(JsonNode data) {
        return data.path("secret_id_num_uses").asLong() > 0;
    }
}
