package dev.curfew.revocation.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.governance.approval.OneText;
import dev.curfew.governance.exchange.SignedFile;
import dev.curfew.governance.officer.Device;
import dev.curfew.governance.roster.chain.RosterHead;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Sha256;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.revocation.plan.PlanReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A plan as it is put to an officer on another machine: all that they sign over, and where it would be run.
///
/// @param planSignature the requester's, over the plan's hash
/// @param officer who puts the question, with their public key
/// @param device the machine that it was written on, which alone takes the answer
/// @param policies hash of the policies in force there
/// @param unread what was not read whole there, as in `Checked.unread`
/// @param roster how far the roster there had come; null while it is not founded
/// @param expiresAt an answer is not taken after it
public record PlanQuestion(
        RevocationPlan plan,
        String planSignature,
        String officer,
        String publicKey,
        Device device,
        String policies,
        List<String> unread,
        @Nullable RosterHead roster,
        String nonce,
        Instant at,
        Instant expiresAt) {
    private static final String SCHEMA = "curfew.plan-question/1";
    private static final ObjectMapper JSON = new ObjectMapper();

    public PlanQuestion {
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
        json.put("plan", plan.toJson());
        json.put("planSignature", planSignature);
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

    /// Whether a file says that it is one, whoever signed it and however it is written.
    public static boolean isIn(SignedFile file) {
        try {
            return JSON.readTree(file.text()).path("schema").asText("").equals(SCHEMA);
        } catch (JsonProcessingException _) {
            // No JSON: it says nothing.
            return false;
        }
    }

    /// Empty if the text is no such question, or is written in another way than one is.
    public static Optional<PlanQuestion> parse(String text, Catalogue catalogue) {
        return OneText.parse(text, json -> read(json, new PlanReader(catalogue)), PlanQuestion::text);
    }

    private static PlanQuestion read(JsonNode json, PlanReader plans) {
        List<String> unread = new ArrayList<>();
        json.path("unread").forEach(one -> unread.add(one.asText()));
        return new PlanQuestion(
                plan(json.path("plan"), plans),
                text(json, "planSignature"),
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

    private static RevocationPlan plan(JsonNode json, PlanReader plans) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("there is no plan");
        }
        return plans.plan(JSON.convertValue(json, new TypeReference<Map<String, Object>>() {}));
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText("");
    }
}
