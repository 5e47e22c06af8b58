package dev.curfew.connector.kubernetes.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.timeline.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An entry of the audit log. Bodies, which some policies keep, are not looked at: they hold secrets.
///
/// <https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/#audit-k8s-io-v1-Event>
record AuditEvent(JsonNode event, Instant at) {
    /// Which token, or certificate, a request came with: `JTI=<uuid>`, `X509SHA256=<hash>`.
    static final String CREDENTIAL = "authentication.kubernetes.io/credential-id";

    static final String POD = "authentication.kubernetes.io/pod-uid";
    private static final String POD_NAME = "authentication.kubernetes.io/pod-name";
    private static final String ISSUED = "authentication.kubernetes.io/issued-credential-id";
    private static final String LEGACY = "authentication.k8s.io/legacy-token";
    private static final int REFUSED_FROM = 400;
    private static final int FORBIDDEN = 403;

    /// Empty for what is no event.
    static Optional<AuditEvent> of(JsonNode line) {
        return line.path("auditID").asText().isEmpty()
                ? Optional.empty()
                : Json.instant(line.path("requestReceivedTimestamp")).map(at -> new AuditEvent(line, at));
    }

    String id() {
        return event.path("auditID").asText();
    }

    String stage() {
        return event.path("stage").asText();
    }

    /// Who asked, by what they proved.
    JsonNode user() {
        return event.path("user");
    }

    /// Whom they asked as; empty where as themselves.
    String as() {
        return event.path("impersonatedUser").path("username").asText();
    }

    String userName() {
        return user().path("username").asText();
    }

    /// What a token or certificate adds to its user; empty where there is none of that.
    String extra(String name) {
        return user().path("extra").path(name).path(0).asText();
    }

    boolean isLegacyToken() {
        return event.path("annotations").has(LEGACY);
    }

    /// The id of a token that was made; empty where none was.
    String made() {
        return event.path("annotations").path(ISSUED).asText();
    }

    String verb() {
        return event.path("verb").asText();
    }

    JsonNode object() {
        return event.path("objectRef");
    }

    int code() {
        return event.path("responseStatus").path("code").asInt();
    }

    boolean failed() {
        return code() >= REFUSED_FROM || stage().equals("Panic");
    }

    /// Whom they were not let be; empty where it was not about that. The server then knows nobody but the asker, and
    /// says in its answer whom they named.
    String refusedAs() {
        JsonNode status = event.path("responseStatus");
        boolean isImpersonation =
                code() == FORBIDDEN && status.path("message").asText().contains("cannot impersonate resource");
        return isImpersonation ? status.path("details").path("name").asText() : "";
    }

    /// The address it came from, and those that it was said to have come through. A pod gets a new token every hour:
    /// the pod is what stays.
    Origin from() {
        List<String> addresses = Json.texts(event.path("sourceIPs"));
        String pod = extra(POD_NAME);
        return new Origin(
                String.join(", ", addresses),
                event.path("userAgent").asText(),
                pod.isEmpty() ? extra(CREDENTIAL) : "pod/" + pod);
    }

    /// As `kubectl` names it, its namespace first; the path of what is no object.
    String target() {
        JsonNode object = object();
        if (object.path("resource").asText().isEmpty()) {
            return event.path("requestURI").asText().split("\\?", 2)[0];
        }
        String group = object.path("apiGroup").asText();
        return below(object.path("namespace").asText(), "/")
                + object.path("resource").asText()
                + (group.isEmpty() ? "" : "." + group)
                + above(object.path("name").asText())
                + above(object.path("subresource").asText());
    }

    private static String below(String text, String sign) {
        return text.isEmpty() ? "" : text + sign;
    }

    private static String above(String text) {
        return text.isEmpty() ? "" : "/" + text;
    }
}
