package dev.curfew.governance.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.governance.approval.OneText;
import dev.curfew.governance.officer.Device;
import dev.curfew.governance.roster.chain.RosterHead;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request as it is put to an officer on another machine: everything that they sign over, and where the credential
/// would be issued.
///
/// @param requestSignature the requester's, over the request's canonical JSON
/// @param officer who puts the question, with their public key
/// @param device the machine that it was written on, which alone takes the answer
/// @param policies hash of the policies in force there
/// @param unread what was not read whole there, as in `Checked.unread`
/// @param roster how far the roster there had come; null while it is not founded
/// @param expiresAt an answer is not taken after it
public record Question(
        ExceptionRequest request,
        String requestSignature,
        String officer,
        String publicKey,
        Device device,
        String policies,
        List<String> unread,
        @Nullable RosterHead roster,
        String nonce,
        Instant at,
        Instant expiresAt) {
    /// A file is carried by hand, over a night if need be; a request is looked at again after.
    public static final Duration HOLDS_FOR = Duration.ofHours(24);

    private static final String SCHEMA = "curfew.approval-question/1";

    public Question {
        unread = List.copyOf(unread);
    }

    /// By which an answer names it.
    public String hash() {
        return Sha256.hex(text());
    }

    /// Canonical JSON: what is signed, byte for byte.
    public String text() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("request", request.toJson());
        json.put("requestSignature", requestSignature);
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
        return CanonicalJson.text(json);
    }

    /// Whether a file is one, whoever signed it.
    public static boolean isIn(SignedFile file) {
        return parse(file.text()).isPresent();
    }

    /// Empty if the text is no question, or is written in another way than one is: there is one text for one question.
    static Optional<Question> parse(String text) {
        return OneText.parse(text, Question::read, Question::text);
    }

    private static Question read(JsonNode json) {
        List<String> unread = new ArrayList<>();
        json.path("unread").forEach(one -> unread.add(one.asText()));
        return new Question(
                request(json.path("request")),
                text(json, "requestSignature"),
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

    private static ExceptionRequest request(JsonNode json) {
        Map<String, String> claims = new LinkedHashMap<>();
        json.path("claims")
                .properties()
                .forEach(claim -> claims.put(claim.getKey(), claim.getValue().asText()));
        String[] policy = text(json, "policy").split(":", 2);
        return new ExceptionRequest(
                text(json, "id"),
                text(json, "requester"),
                PolicyId.of(policy[0], policy.length > 1 ? policy[1] : ""),
                text(json, "policyTextHash"),
                Duration.ofSeconds(json.path("durationSeconds").asLong()),
                text(json, "reason"),
                claims,
                text(json, "addsReach"),
                json.path("snapshot").asLong(),
                text(json, "nonce"),
                Instant.parse(text(json, "requestedAt")),
                RequestState.PENDING);
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText("");
    }
}
