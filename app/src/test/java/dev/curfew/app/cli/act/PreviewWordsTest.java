package dev.curfew.app.cli.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreviewWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:14:09Z");

    private static List<String> words(long refusedWithin, long staysAliveAtMost) {
        Map<String, Object> told = new HashMap<>(Map.of("credential", "prod:AKIA1", "staysAlive", "its sessions"));
        told.put("refusedWithinSeconds", refusedWithin);
        told.put("staysAliveAtMostSeconds", staysAliveAtMost);
        return PreviewWords.of(Map.of("credentials", List.of(told)), NOW);
    }

    @Test
    void howSoonAndHowLongIsToldWithWhenThatIs() {
        assertThat(words(90, 129_600))
                .contains(
                        "prod:AKIA1 is usually refused within 1 min 30 s of the act: if it is done now, by"
                                + " 2026-11-22T03:15:39Z.",
                        "What stays alive: its sessions; 36 h at most, if it is done now until 2026-11-23T15:14:09Z");
    }

    @Test
    void whatIsNotKnownIsSaid() {
        assertThat(words(-1, -1))
                .contains(
                        "prod:AKIA1 is refused some time after the act: how soon is not known.",
                        "What stays alive: its sessions; for how long is not known");
    }

    @Test
    void whatEndsAtOnceStaysAliveForNoTime() {
        assertThat(words(1, 0))
                .contains(
                        "prod:AKIA1 is usually refused within 1 s of the act: if it is done now, by"
                                + " 2026-11-22T03:14:10Z.",
                        "What stays alive: its sessions");
    }
}
