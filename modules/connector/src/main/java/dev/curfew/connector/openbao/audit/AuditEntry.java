package dev.curfew.connector.openbao.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.timeline.Deed;
import dev.curfew.model.timeline.DeedKind;
import dev.curfew.model.timeline.Origin;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// One answer of the server's, as its audit file has it.
///
/// <https://openbao.org/docs/audit/>
record AuditEntry(JsonNode entry, Instant at) {
    private static final Pattern MINTS_TOKEN =
            Pattern.compile("(?:.*/)?auth/token/(?:create|create-orphan|create/.+|renew.*)");
    private static final Pattern RENEWS = Pattern.compile("(?:.*/)?auth/token/renew.*");
    private static final Pattern METADATA = Pattern.compile(".*/(?:metadata|config)(?:/.*)?");

    /// What is read or written there is made for the asking.
    private static final Pattern MINTS = Pattern.compile(
            ".*/(?:issue|sign|sign-verbatim|secret-id|custom-secret-id|creds|sts|root/generate)(?:/.*)?");

    /// Empty for a line that is no answer: a request is told again with it.
    static Optional<AuditEntry> of(JsonNode line) {
        return line.path("type").asText().equals("response")
                ? Json.instant(line.path("time")).map(at -> new AuditEntry(line, at))
                : Optional.empty();
    }

    /// The hash of the accessor that the request was made with; for a login, of the token that it made.
    String accessor() {
        return entry.path("auth").path("accessor").asText();
    }

    String entity() {
        return entry.path("auth").path("entity_id").asText();
    }

    /// The hash of the accessor of a token that was made; empty where none was.
    String made() {
        return entry.path("response").path("auth").path("accessor").asText();
    }

    private boolean failed() {
        return !entry.path("error").asText().isEmpty();
    }

    String path() {
        return entry.path("request").path("path").asText();
    }

    private boolean isLogin() {
        return !failed() && made().equals(accessor()) && !made().isEmpty();
    }

    /// What the client calls itself is there where the server was told to write it down, and not its hash
    /// (`sys/config/auditing/request-headers/user-agent`).
    private String agent() {
        String agent =
                entry.path("request").path("headers").path("user-agent").path(0).asText();
        return agent.startsWith("hmac-") ? "" : agent;
    }

    /// @param with as in `Origin.with`
    /// @param by as in `Deed.by`
    /// @param detail as in `Deed.detail`
    Deed deed(String with, String by, String detail) {
        return Deed.once(
                at,
                kind(),
                path(),
                detail,
                new Origin(entry.path("request").path("remote_address").asText(), agent(), with),
                by,
                !failed());
    }

    private DeedKind kind() {
        String operation = entry.path("request").path("operation").asText();
        if (operation.equals("list") || operation.equals("help")) {
            return DeedKind.READ;
        }
        if (isLogin()) {
            return DeedKind.BECAME;
        }
        if (RENEWS.matcher(path()).matches()) {
            return DeedKind.CHANGED;
        }
        if (!made().isEmpty() || MINTS_TOKEN.matcher(path()).matches()) {
            return DeedKind.CREATED;
        }
        if (handsOut()) {
            return operation.equals("read") ? DeedKind.READ_SECRET : DeedKind.CREATED;
        }
        return switch (operation) {
            case "read" -> isSecret() ? DeedKind.READ_SECRET : DeedKind.READ;
            case "create" -> DeedKind.CREATED;
            case "delete", "revoke" -> DeedKind.DELETED;
            default -> DeedKind.CHANGED;
        };
    }

    /// A lease stands for something that was made for the asking: a database login, a cloud's keys.
    private boolean handsOut() {
        return !entry.path("response").path("secret").path("lease_id").asText().isEmpty()
                || MINTS.matcher(path()).matches();
    }

    private boolean isSecret() {
        String engine = entry.path("request").path("mount_type").asText();
        return (engine.equals("kv") || engine.equals("cubbyhole"))
                && !METADATA.matcher(path()).matches();
    }
}
