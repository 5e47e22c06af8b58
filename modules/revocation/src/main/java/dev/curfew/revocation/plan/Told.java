package dev.curfew.revocation.plan;

import dev.curfew.model.revocation.RevocationPlan;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What a plan's preview tells of one credential.
public record Told(Map<?, ?> fields) {

    /// In the order of the preview.
    public static List<Told> of(RevocationPlan plan) {
        return of(plan.preview());
    }

    /// As [#of(RevocationPlan)], of a preview without a plan.
    public static List<Told> of(Map<String, Object> preview) {
        return preview.get("credentials") instanceof List<?> all
                ? all.stream()
                        .filter(Map.class::isInstance)
                        .map(one -> new Told((Map<?, ?>) one))
                        .toList()
                : List.of();
    }

    public String credential() {
        return text("credential");
    }

    /// Whom it proves; itself, where it stands for nobody.
    public String identity() {
        return text("holder").isEmpty() ? credential() : text("holder");
    }

    /// Empty if it is not told.
    public String text(String name) {
        return Objects.toString(fields.get(name), "");
    }

    /// 0 if it is not told.
    public long number(String name) {
        return fields.get(name) instanceof Number number ? number.longValue() : 0;
    }

    public List<String> names(String name) {
        return fields.get(name) instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }
}
