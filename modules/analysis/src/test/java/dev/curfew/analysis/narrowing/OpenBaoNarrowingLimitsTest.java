package dev.curfew.analysis.narrowing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.narrowing.openbao.OpenBaoNarrowing;
import dev.curfew.model.narrowing.Use;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A plan says where the comparison stopped.
class OpenBaoNarrowingLimitsTest {
    private static final String OWN = "path \"secret/*\" { capabilities = [\"read\", \"delete\"] }";
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    @Test
    void allOfAFewIsCompared() {
        assertThat(notes(Map.of("own", OWN), Set.of(Set.of("own")))).isEmpty();
    }

    @Test
    void moreSetsThanAreCompared() {
        Map<String, String> texts = new HashMap<>(Map.of("own", OWN));
        Set<Set<String>> holdings = new HashSet<>();
        for (int i = 0; i <= 100; i++) {
            texts.put("other-" + i, "path \"kv-" + i + "/a\" { capabilities = [\"read\"] }");
            holdings.add(Set.of("own", "other-" + i));
        }

        assertThat(notes(texts, holdings)).anyMatch(note -> note.contains("102") && note.contains("100"));
    }

    @Test
    void morePathsThanAreCompared() {
        assertThat(notes(2_000)).anyMatch(note -> note.contains("paths"));
    }

    @Test
    void asManyPathsAsAreComparedAreNotTooMany() {
        assertThat(notes(997)).isEmpty();
        assertThat(notes(998)).anyMatch(note -> note.contains("paths"));
    }

    private static List<String> notes(int paths) {
        String many = IntStream.range(0, paths)
                .mapToObj(i -> "path \"secret/" + i + "\" { capabilities = [\"read\"] }\n")
                .reduce("", String::concat);
        return notes(Map.of("own", OWN, "many", many), Set.of(Set.of("own", "many")));
    }

    private static List<String> notes(Map<String, String> texts, Set<Set<String>> holdings) {
        List<Use> uses = List.of(new Use(Set.of("own"), "read", "secret/a", 1, NOW));
        Narrowed narrowed = OpenBaoNarrowing.of("own", texts, holdings, uses, 0, NOW);
        assertThat(narrowed).isInstanceOf(Narrowed.Narrower.class);
        return narrowed instanceof Narrowed.Narrower narrower ? narrower.notes() : List.of();
    }
}
