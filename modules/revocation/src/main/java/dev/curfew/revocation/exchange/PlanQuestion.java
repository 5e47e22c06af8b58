package dev.curfew.revocation.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.governance.approval.OneText;
import dev.curfew.governance.exchange.Sender;
import dev.curfew.governance.exchange.SignedFile;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Sha256;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.revocation.plan.PlanReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A plan as it is put to an officer on another machine: all that they sign over, and where it would be run.
///
/// @param planSignature the requester's, over the plan's hash
public record PlanQuestion(RevocationPlan plan, String planSignature, Sender sender) {
    private static final String SCHEMA = "curfew.plan-question/1";
    private static final ObjectMapper JSON = new ObjectMapper();

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
        sender.into(json);
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
        return new PlanQuestion(plan(json.path("plan"), plans), text(json, "planSignature"), Sender.of(json));
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
