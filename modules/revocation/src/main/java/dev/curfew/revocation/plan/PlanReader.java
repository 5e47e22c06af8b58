package dev.curfew.revocation.plan;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.revocation.catalogue.Catalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads a plan that stands in a file. What can be undone is taken from the catalogue, not from the file's word.
public final class PlanReader {
    private final Catalogue catalogue;

    public PlanReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// @param json as `RevocationPlan.toJson`
    /// @throws IllegalArgumentException if it is no plan
    /// @throws java.time.DateTimeException if a time in it is none
    public RevocationPlan plan(Map<?, ?> json) {
        List<PlannedStep> steps = new ArrayList<>();
        if (json.get("steps") instanceof List<?> all) {
            for (Object one : all) {
                if (!(one instanceof Map<?, ?> step)) {
                    throw new IllegalArgumentException("a step has its parts");
                }
                steps.add(step(step));
            }
        }
        return new RevocationPlan(
                text(json, "id"),
                text(json, "requester"),
                text(json, "reason"),
                Instant.parse(text(json, "createdAt")),
                json.get("snapshot") instanceof Number number ? number.longValue() : -1,
                steps,
                preview(json.get("preview")));
    }

    /// Without any value where one of it is null, which none that was written is.
    private static Map<String, Object> preview(@Nullable Object json) {
        Map<String, Object> preview = new LinkedHashMap<>();
        if (json instanceof Map<?, ?> map && !map.containsValue(null)) {
            map.forEach((name, value) -> preview.put(name.toString(), value));
        }
        return preview;
    }

    private PlannedStep step(Map<?, ?> json) {
        String[] credential = text(json, "credential").split(":", 2);
        String kind = text(json, "kind");
        String code = text(json, "action");
        return new PlannedStep(
                json.get("ordinal") instanceof Number ordinal ? ordinal.intValue() : 0,
                CredentialId.of(credential[0], credential.length > 1 ? credential[1] : ""),
                kind,
                new Action(code, catalogue.undoes(kind, code)));
    }

    private static String text(Map<?, ?> json, String name) {
        return Objects.toString(json.get(name), "");
    }
}
