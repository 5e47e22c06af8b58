package dev.curfew.app.cli.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.officer.Believed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaybookRunsCommandTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void aRunThatIsInDoubtNeedsSomebody() {
        Believed<?> none = Believed.nothing();
        assertThat(PlaybookRunsCommand.needsSomebody(none.with(List.of()), NOW)).isFalse();

        Believed<?> doubted = new Believed<>(List.of(), List.of("the plan of run p-1 is not there"));
        assertThat(PlaybookRunsCommand.needsSomebody(doubted.with(List.of()), NOW))
                .isTrue();
    }
}
