package dev.curfew.model.signal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What a sender says, in one form whatever it came in. It is proof of nothing by itself.
///
/// @param id by which the sender's own twice is one: from what was signed, never from a header beside it
/// @param subjects all of them name the same one; the first is the one to show
/// @param at when it happened, as the sender says
public record Tip(String id, SignalKind kind, List<SignalSubject> subjects, Instant at) {
    private static final int ID_CHARACTERS_MAX = 256;
    private static final int SUBJECTS_MAX = 10;

    public Tip {
        subjects = List.copyOf(subjects);
        if (id.isBlank() || id.length() > ID_CHARACTERS_MAX || id.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("an id has 1 to " + ID_CHARACTERS_MAX + " characters");
        }
        if (subjects.isEmpty() || subjects.size() > SUBJECTS_MAX) {
            throw new IllegalArgumentException("a signal names its subject in 1 to " + SUBJECTS_MAX + " ways");
        }
    }

    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("kind", kind.code());
        json.put("subjects", subjects.stream().map(SignalSubject::toJson).toList());
        json.put("at", at.toString());
        return json;
    }

    /// What [#toJson] wrote.
    ///
    /// @throws IllegalArgumentException for anything else
    public static Tip of(Map<?, ?> json) {
        return new Tip(
                Objects.toString(json.get("id"), ""),
                SignalKind.of(Objects.toString(json.get("kind"), ""))
                        .orElseThrow(() -> new IllegalArgumentException("no kind of signal")),
                json.get("subjects") instanceof List<?> all
                        ? all.stream()
                                .filter(Map.class::isInstance)
                                .map(one -> SignalSubject.of((Map<?, ?>) one))
                                .toList()
                        : List.of(),
                Instant.parse(Objects.toString(json.get("at"), "")));
    }
}
