package dev.curfew.connector.openbao.pki;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import java.time.Instant;
import java.util.Map;

/// A certificate by its serial number, at the engine that issued it: `certificate/<mount>/<serial>`.
///
/// <https://openbao.org/api-docs/secret/pki/>
///
/// @param mount without a slash at its end; it may hold some
/// @param serial in hexadecimal, with colons
public record IssuedCertificate(String mount, String serial) {
    private static final String PREFIX = "certificate/";

    public static boolean is(CredentialId credential) {
        return credential.nativeId().startsWith(PREFIX);
    }

    /// @throws IllegalArgumentException if it is none
    public static IssuedCertificate of(CredentialId credential) {
        String rest = is(credential) ? credential.nativeId().substring(PREFIX.length()) : "";
        int slash = rest.lastIndexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("not an issued certificate: " + credential);
        }
        return new IssuedCertificate(rest.substring(0, slash), rest.substring(slash + 1));
    }

    CredentialId in(SourceName source) {
        return new CredentialId(source, PREFIX + mount + "/" + serial);
    }

    /// Whoever asks is told: the path needs no token.
    BaoAnswer read(BaoSession session) throws InterruptedException {
        return session.read(BaoPath.encode(mount + "/cert/" + serial));
    }

    public BaoAnswer revoke(BaoSession session) throws InterruptedException {
        return session.ask(BaoPath.encode(mount + "/revoke"), Map.of("serial_number", serial));
    }

    /// When it was revoked; empty: it was not.
    static String revokedAt(JsonNode data) {
        long seconds = data.path("revocation_time").asLong();
        if (seconds == 0) {
            return "";
        }
        String text = data.path("revocation_time_rfc3339").asText();
        return text.isEmpty() ? Instant.ofEpochSecond(seconds).toString() : text;
    }
}
