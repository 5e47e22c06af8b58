package dev.curfew.governance.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.governance.officer.Ed25519;
import dev.curfew.model.governance.Approval.Decision;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.CanonicalJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// A statement as it was read back: text and signature, believed in nothing until it is checked.
public record SignedText(String text, String signature) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// What is wrong with it as this officer's decision on this subject; empty if nothing is. Its time is not judged.
    ///
    /// @return a key of `messages.properties`
    public Optional<String> flaw(Subject subject, Decision decision, Officer officer) {
        if (!Ed25519.verifies(officer.publicKey(), text, signature)) {
            return Optional.of("signature");
        }
        JsonNode json = json();
        if (!field(json, "officer").equals(officer.name())
                || !field(json, "publicKey").equals(officer.publicKey())) {
            return Optional.of("officer");
        }
        if (!field(json, "kind").equals(subject.kind().text())
                || !field(json, "subject").equals(subject.id())
                || !field(json, "subjectHash").equals(subject.hash())
                || !field(json, "policyTextHash").equals(subject.policyTextHash())) {
            return Optional.of("subject");
        }
        return field(json, "decision").equals(decision.name()) ? Optional.empty() : Optional.of("decision");
    }

    /// Until when it may be acted on; the epoch, which is long past, if it does not say.
    public Instant expiresAt() {
        return instant("expiresAt", Instant.EPOCH);
    }

    private Instant instant(String name, Instant absent) {
        try {
            return Instant.parse(field(json(), name));
        } catch (DateTimeException e) {
            return absent;
        }
    }

    /// When its signer says that it was signed; the distant past if it does not say.
    public Instant at() {
        return instant("at", Instant.MIN);
    }

    /// Whether it claims to hold for longer than any statement does.
    public boolean outlasts(Subject subject) {
        Instant at = at();
        return at.equals(Instant.MIN) || expiresAt().isAfter(Statement.latestEnd(at, subject.notBefore()));
    }

    /// Whether it is a statement, written as statements are signed: there is one text for one value.
    public boolean isCanonical() {
        try {
            Object value = JSON.readValue(text, Object.class);
            return field(json(), "schema").equals(Statement.SCHEMA)
                    && CanonicalJson.text(value).equals(text);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            // No JSON, or of what no canonical JSON can be made: whatever it is, it is not one.
            return false;
        }
    }

    /// What kind of thing it decides on; empty if it does not say.
    public String kind() {
        return field(json(), "kind");
    }

    /// The machine it was signed on; empty if it does not say.
    public String device() {
        return field(json(), "device");
    }

    /// Whose it says it is; empty if it does not say.
    public String officer() {
        return field(json(), "officer");
    }

    /// Hash of the question that it answers; empty if it answers none.
    public String asked() {
        return field(json(), "asked");
    }

    /// The voice that it gives besides its officer's; empty if none.
    public Optional<Voice> voice() {
        String of = field(json(), "voiceOf");
        return of.isEmpty() ? Optional.empty() : Optional.of(new Voice(of, field(json(), "delegation")));
    }

    private JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private static String field(JsonNode json, String name) {
        return json.path(name).asText("");
    }
}
