package dev.curfew.governance.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.governance.officer.Ed25519;
import dev.curfew.model.governance.Approval.Decision;
import dev.curfew.model.governance.Officer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// A statement as it was read back: text and signature, believed in nothing until it is checked.
record SignedText(String text, String signature) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// What is wrong with it as this officer's decision on this subject; empty if nothing is. Its time is not judged.
    ///
    /// @return a key of `messages.properties`
    Optional<String> flaw(Subject subject, Decision decision, Officer officer) {
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
    Instant expiresAt() {
        try {
            return Instant.parse(field(json(), "expiresAt"));
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    /// The machine it was signed on; empty if it does not say.
    String device() {
        return field(json(), "device");
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
