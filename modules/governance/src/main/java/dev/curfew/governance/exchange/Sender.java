package dev.curfew.governance.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.governance.officer.Device;
import dev.curfew.governance.roster.chain.RosterHead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who puts a question to an officer on another machine, from where, and as things stand there.
///
/// @param officer with their public key
/// @param device the machine that it was written on, which alone takes the answer
/// @param policies hash of the policies in force there
/// @param unread what was not read whole there, as in `Checked.unread`
/// @param roster how far the roster there had come; null while it is not founded
/// @param expiresAt an answer is not taken after it
public record Sender(
        String officer,
        String publicKey,
        Device device,
        String policies,
        List<String> unread,
        @Nullable RosterHead roster,
        String nonce,
        Instant at,
        Instant expiresAt) {
    public Sender {
        unread = List.copyOf(unread);
    }

    /// Adds its fields to a question's.
    public void into(Map<String, Object> json) {
        json.put("officer", officer);
        json.put("publicKey", publicKey);
        json.put("device", device.id());
        json.put("host", device.host());
        json.put("policies", policies);
        json.put("unread", unread);
        if (roster != null) {
            json.put("roster", roster.toJson());
        }
        json.put("nonce", nonce);
        json.put("at", at.toString());
        json.put("expiresAt", expiresAt.toString());
    }

    /// Of a question's fields.
    ///
    /// @throws RuntimeException if they are none
    public static Sender of(JsonNode json) {
        List<String> unread = new ArrayList<>();
        json.path("unread").forEach(one -> unread.add(one.asText()));
        return new Sender(
                text(json, "officer"),
                text(json, "publicKey"),
                new Device(text(json, "device"), text(json, "host")),
                text(json, "policies"),
                unread,
                json.has("roster") ? RosterHead.of(json.path("roster")) : null,
                text(json, "nonce"),
                Instant.parse(text(json, "at")),
                Instant.parse(text(json, "expiresAt")));
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText("");
    }
}
