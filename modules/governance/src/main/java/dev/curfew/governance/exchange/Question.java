package dev.curfew.governance.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.governance.approval.OneText;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A request as it is put to an officer on another machine: everything that they sign over, and where the credential
/// would be issued.
///
/// @param requestSignature the requester's, over the request's canonical JSON
public record Question(ExceptionRequest request, String requestSignature, Sender sender) {
    /// A file is carried by hand, over a night if need be; a request is looked at again after.
    public static final Duration HOLDS_FOR = Duration.ofHours(24);

    private static final String SCHEMA = "curfew.approval-question/1";

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
        sender.into(json);
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
        return new Question(request(json.path("request")), text(json, "requestSignature"), Sender.of(json));
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
