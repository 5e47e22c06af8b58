package dev.curfew.revocation.choice;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Something named that nothing is done to.
///
/// @param named as the officer named it, or the credential's id
/// @param why for a person
public record Left(String named, String why) {
    /// Those that a preview lists.
    public static List<Left> in(Map<String, Object> preview, String field) {
        return preview.get(field) instanceof List<?> all
                ? all.stream()
                        .filter(Map.class::isInstance)
                        .map(one -> of((Map<?, ?>) one))
                        .toList()
                : List.of();
    }

    private static Left of(Map<?, ?> json) {
        return new Left(Objects.toString(json.get("named"), ""), Objects.toString(json.get("why"), ""));
    }

    public Map<String, Object> toJson() {
        return Map.of("named", named, "why", why);
    }
}
