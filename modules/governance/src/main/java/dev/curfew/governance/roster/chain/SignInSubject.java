package dev.curfew.governance.roster.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/// A person as an issuer names them for good: only both together are nobody else's (OpenID Connect Core 1.0, section
/// 5.7). Names and addresses of mail are given to others again.
///
/// @param issuer to the letter
public record SignInSubject(String issuer, String subject) {
    private static final int CHARACTERS_MAX = 255;

    public SignInSubject {
        // OpenID Connect Core 1.0, section 2: at most 255 ASCII characters
        boolean ascii = subject.chars().allMatch(character -> character > ' ' && character <= '~');
        if (issuer.isEmpty() || subject.isEmpty() || subject.length() > CHARACTERS_MAX || !ascii) {
            throw new IllegalArgumentException("no subject of an issuer");
        }
    }

    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("issuer", issuer);
        json.put("subject", subject);
        return json;
    }

    /// @throws IllegalArgumentException if it is none
    static SignInSubject of(JsonNode json) {
        return new SignInSubject(
                json.path("issuer").asText(), json.path("subject").asText());
    }
}
