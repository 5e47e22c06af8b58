package dev.curfew.governance.signin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.governance.approval.OneText;
import dev.curfew.governance.roster.chain.SignInSubject;
import dev.curfew.model.text.CanonicalJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// That an officer showed who they are. The token that said so was verified and is not kept: it is a secret while it
/// lives, and proves nothing once its issuer has other keys.
///
/// @param authTime when they showed it, by the issuer's clock
/// @param device the machine that verified it, as in `Device.id`
/// @param nonce random, so that no two of them sign alike
/// @param at when it was verified
public record SignIn(
        String officer, SignInSubject subject, Instant authTime, How how, String device, String nonce, Instant at) {
    private static final String SCHEMA = "curfew.sign-in/1";

    /// By what way the answer came.
    public enum How {
        BROWSER,
        DEVICE_CODE;

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What the officer signs: canonical JSON.
    String text() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("officer", officer);
        json.putAll(subject.toJson());
        json.put("authTime", authTime.toString());
        json.put("how", how.text());
        json.put("device", device);
        json.put("nonce", nonce);
        json.put("at", at.toString());
        return CanonicalJson.text(json);
    }

    /// Empty if the text is none, or is written in another way than one is.
    static Optional<SignIn> parse(String text) {
        return OneText.parse(text, SignIn::read, SignIn::text);
    }

    private static SignIn read(JsonNode json) {
        return new SignIn(
                json.path("officer").asText(),
                new SignInSubject(
                        json.path("issuer").asText(), json.path("subject").asText()),
                Instant.parse(json.path("authTime").asText()),
                How.valueOf(json.path("how").asText().toUpperCase(Locale.ROOT).replace('-', '_')),
                json.path("device").asText(),
                json.path("nonce").asText(),
                Instant.parse(json.path("at").asText()));
    }

    /// For the ledger's entry of what rests on it.
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>(subject.toJson());
        json.put("authTime", authTime.toString());
        return json;
    }
}
