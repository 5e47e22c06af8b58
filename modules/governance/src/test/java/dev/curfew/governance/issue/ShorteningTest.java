package dev.curfew.governance.issue;

import static dev.curfew.governance.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.Town;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.governance.Window;
import dev.curfew.model.governance.WindowEnd;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A window whose end is brought forward.
class ShorteningTest {
    @TempDir
    private Path directory;

    private Town town;
    private Window window;

    @BeforeEach
    void open() {
        town = new Town(directory);
        window = town.opened().window();
    }

    private Instant in(int minutes) {
        return town.clock.instant().plus(Duration.ofMinutes(minutes));
    }

    @Test
    void itEndsAtTheNewTimeByCurfewAndItsCredentialWithIt() throws InterruptedException {
        Window shorter = town.shortening.shorten(window.id(), in(5), "bo").orThrow();
        assertThat(shorter.endsAt()).isEqualTo(in(5));
        assertThat(shorter.enforcement().byTarget()).isFalse();
        assertThat(shorter.enforcement().reason())
                .contains("shortened by bo", window.endsAt().toString());

        town.clock.advance(Duration.ofMinutes(4));
        assertThat(town.windows.due()).isEmpty();
        assertThat(town.source.working()).containsExactly(window.credential());

        town.clock.advance(Duration.ofMinutes(1));
        assertThat(town.windows.due()).singleElement().satisfies(closure -> {
            assertThat(closure.closed()).isTrue();
            assertThat(closure.window().end()).isEqualTo(WindowEnd.EXPIRED);
        });
        assertThat(town.source.working()).isEmpty();
        assertThat(town.events()).endsWith("window.shortened", "window.closed");
    }

    @Test
    void theLedgerHasBothEndsAndWhoDidIt() {
        town.shortening.shorten(window.id(), in(5), "bo").orThrow();

        var event = town.ledger().getLast().event();
        assertThat(event.actor()).isEqualTo("bo");
        assertThat(event.details())
                .containsEntry("from", window.endsAt().toString())
                .containsEntry("to", in(5).toString());
    }

    @Test
    void itDoesNotBecomeLongerNorEndInThePast() {
        assertRefused(town.shortening.shorten(window.id(), window.endsAt(), "bo"), Refusal.NOT_SHORTER);
        assertRefused(town.shortening.shorten(window.id(), in(500), "bo"), Refusal.NOT_SHORTER);
        assertRefused(town.shortening.shorten(window.id(), town.clock.instant(), "bo"), Refusal.NOT_SHORTER);
    }

    @Test
    void whatHasEndedIsNotMadeShorter() throws InterruptedException {
        town.windows.endEarly(window.id(), "bo").orThrow();

        assertRefused(town.shortening.shorten(window.id(), in(1), "bo"), Refusal.ILLEGAL_STATE);
        assertRefused(town.shortening.shorten("r-none", in(1), "bo"), Refusal.UNKNOWN_WINDOW);
    }

    @Test
    void whereCurfewCannotEndItNothingIsPromised() {
        town.target.acting = false;

        assertRefused(town.shortening.shorten(window.id(), in(5), "bo"), Refusal.ACTING_OFF);
        assertRefused(town.shortening.shorten(window.id(), in(5), "nobody"), Refusal.NOT_AN_OFFICER);
        assertThat(town.windows.all()).containsExactly(window);
    }
}
