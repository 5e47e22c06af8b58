package dev.curfew.connector.kubernetes.token;

import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.json.JsonReading;
import dev.curfew.model.connection.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// A JSON Web Token as Kubernetes issues it (RFC 7519), read without looking at its signature.
///
/// @param signed what the signature is of
/// @param signature in Base64
public record Jwt(Doc header, Doc claims, String signed, String signature) {
    private static final int PARTS = 3;

    /// Longer than any that Kubernetes makes.
    private static final int CHARACTERS_MAX = 16 * 1024;

    /// Empty where the value is none.
    public static Optional<Jwt> read(Secret value) {
        return value.use(text -> text.length > CHARACTERS_MAX ? Optional.empty() : read(new String(text)));
    }

    private static Optional<Jwt> read(String text) {
        List<String> parts = List.of(text.split("\\.", -1));
        if (parts.size() != PARTS) {
            return Optional.empty();
        }
        try {
            Optional<Doc> header = json(parts.get(0));
            Optional<Doc> claims = json(parts.get(1));
            return header.flatMap(
                    head -> claims.map(body -> new Jwt(head, body, parts.get(0) + "." + parts.get(1), parts.get(2))));
        } catch (IllegalArgumentException _) {
            // a part that is no Base64
            return Optional.empty();
        }
    }

    private static Optional<Doc> json(String part) {
        return JsonReading.object(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    /// Empty for one that never ends.
    public Optional<Instant> endsAt() {
        return claims.number("exp").map(Instant::ofEpochSecond);
    }

    public Optional<Instant> startsAt() {
        return claims.number("nbf").map(Instant::ofEpochSecond);
    }

    /// Without what it says: it is a secret.
    @Override
    public String toString() {
        return "Jwt";
    }
}
