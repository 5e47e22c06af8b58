package dev.curfew.app.usecase.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ToldAlreadyTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final ToldAlready memory = new ToldAlready();

    @Test
    void whereNothingWasToGoItIsQuietForAMomentUnlessTheLedgerGrows() {
        assertThat(memory.isQuiet(7, NOW)).isFalse();
        memory.quiet(7, NOW);
        assertThat(memory.isQuiet(7, NOW.plusSeconds(29))).isTrue();
        assertThat(memory.isQuiet(8, NOW.plusSeconds(1))).isFalse();
        assertThat(memory.isQuiet(7, NOW.plusSeconds(30))).isFalse();
        // the clock was set back
        assertThat(memory.isQuiet(7, NOW.minusSeconds(1))).isFalse();
    }
}
