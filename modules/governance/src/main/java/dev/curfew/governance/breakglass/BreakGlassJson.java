package dev.curfew.governance.breakglass;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.governance.breakglass.report.DrillReport;
import dev.curfew.governance.breakglass.report.Reliance;
import dev.curfew.governance.breakglass.report.Stage;
import dev.curfew.governance.breakglass.report.StageResult;
import dev.curfew.governance.breakglass.report.StageResult.Verdict;
import dev.curfew.governance.custody.Holder;
import dev.curfew.model.breakglass.Alerts.Receiver;
import dev.curfew.model.id.SourceName;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Paths and reports as canonical JSON's values, as the ledger and the evidence files have them, and back.
public final class BreakGlassJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PRIVATE = "privateAllowed";

    private BreakGlassJson() {}

    public static Map<String, Object> of(BreakGlassPath path) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "curfew.break-glass/1");
        json.put("name", path.name());
        json.put("source", path.source().value());
        json.put("account", path.account());
        json.put("canary", path.canary());
        json.put(
                "holders",
                path.holders().stream()
                        .map(one -> Map.of("officer", one.officer(), "publicKey", one.publicKey()))
                        .toList());
        json.put("threshold", path.threshold());
        json.put("everySeconds", path.every().toSeconds());
        json.put("reviewWithinSeconds", path.reviewWithin().toSeconds());
        AlertPlan alert = path.alert();
        if (alert != null) {
            json.put(
                    "alert",
                    Map.of(
                            "receiver",
                            alert.receiver().address().toString(),
                            PRIVATE,
                            alert.receiver().privateAllowed(),
                            "raisedBySource",
                            alert.raisedBySource(),
                            "withinMillis",
                            alert.within().toMillis()));
        }
        json.put("registeredBy", path.registeredBy());
        json.put("registeredAt", path.registeredAt().toString());
        return json;
    }

    public static Map<String, Object> of(DrillReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "curfew.drill/1");
        json.put("id", report.id());
        json.put("path", report.path());
        json.put("source", report.source());
        json.put("account", report.account());
        json.put("canary", report.canary());
        json.put("officer", report.officer());
        json.put("host", report.host());
        json.put("openedBy", report.openedBy());
        json.put("startedAt", report.startedAt().toString());
        json.put("endedAt", report.endedAt().toString());
        json.put("passed", report.passed());
        json.put("stages", report.stages().stream().map(BreakGlassJson::of).toList());
        report.reliance().ifPresent(reliance -> json.put("reliance", of(reliance)));
        return json;
    }

    private static Map<String, Object> of(Reliance reliance) {
        return Map.of(
                "without", reliance.without(),
                "keychain", reliance.keychain(),
                "asked", reliance.asked(),
                "beyond", reliance.beyond());
    }

    private static Map<String, Object> of(StageResult stage) {
        return Map.of(
                "stage", stage.stage().word(),
                "verdict", stage.verdict().name(),
                "at", stage.at().toString(),
                "millis", stage.took().toMillis(),
                "sentence", stage.sentence(),
                "next", stage.next());
    }

    private static Instant instant(JsonNode json, String name) {
        try {
            return Instant.parse(json.path(name).asText());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    /// @throws IllegalArgumentException if it is none
    public static BreakGlassPath path(String text) {
        JsonNode json = tree(text);
        List<Holder> holders = new ArrayList<>();
        json.path("holders")
                .forEach(one -> holders.add(new Holder(
                        one.path("officer").asText(), one.path("publicKey").asText())));
        return new BreakGlassPath(
                json.path("name").asText(),
                new SourceName(json.path("source").asText()),
                json.path("account").asText(),
                json.path("canary").asText(),
                holders,
                json.path("threshold").asInt(),
                Duration.ofSeconds(json.path("everySeconds").asLong()),
                Duration.ofSeconds(json.path("reviewWithinSeconds").asLong()),
                alert(json.path("alert")),
                json.path("registeredBy").asText(),
                instant(json, "registeredAt"));
    }

    /// What was signed before there was the switch goes on being dialled wherever it is: nobody who signed an alert is
    /// to lose it unseen.
    private static @Nullable AlertPlan alert(JsonNode json) {
        return json.isMissingNode()
                ? null
                : new AlertPlan(
                        new Receiver(
                                URI.create(json.path("receiver").asText()),
                                json.path(PRIVATE).asBoolean(true)),
                        json.path("raisedBySource").asBoolean(),
                        Duration.ofMillis(json.path("withinMillis").asLong()));
    }

    /// @throws IllegalArgumentException if it is none
    public static DrillReport report(String text) {
        JsonNode json = tree(text);
        List<StageResult> stages = new ArrayList<>();
        json.path("stages").forEach(one -> stages.add(stage(one)));
        return new DrillReport(
                json.path("id").asText(),
                json.path("path").asText(),
                json.path("source").asText(),
                json.path("account").asText(),
                json.path("canary").asText(),
                json.path("officer").asText(),
                json.path("host").asText(),
                texts(json.path("openedBy")),
                instant(json, "startedAt"),
                instant(json, "endedAt"),
                stages,
                json.has("reliance") ? Optional.of(reliance(json.path("reliance"))) : Optional.empty());
    }

    private static Reliance reliance(JsonNode json) {
        return new Reliance(json.path("keychain").asInt(), texts(json.path("asked")), texts(json.path("beyond")));
    }

    private static List<String> texts(JsonNode json) {
        List<String> texts = new ArrayList<>();
        json.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static StageResult stage(JsonNode json) {
        return new StageResult(
                Stage.valueOf(json.path("stage").asText().toUpperCase(Locale.ROOT)),
                Verdict.valueOf(json.path("verdict").asText()),
                instant(json, "at"),
                Duration.ofMillis(json.path("millis").asLong()),
                json.path("sentence").asText(),
                json.path("next").asText());
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }
}
