package dev.curfew.revocation.timebox;

import static dev.curfew.revocation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.revocation.Station;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A time-box gives back what it took itself, and nothing that somebody else ended.
class BoxLiftingTest {
    @TempDir
    private Path directory;

    private Station station;
    private MemoryBoxer boxer;

    @BeforeEach
    void weakly() {
        station = new Station(directory);
        boxer = new MemoryBoxer(station);
        boxer.held = false;
        station.target.boxing = boxer;
    }

    @Test
    void whatSomebodyElseEndedBeforeIsNotGivenBack() throws Exception {
        Boxed boxed = box();
        boxer.state = "over";
        assertThat(end().mayHaveEnded()).isFalse();

        lifting().lift(station.ada(), boxed.id()).orThrow();

        assertThat(boxer.state).isEqualTo("over");
    }

    @Test
    void whatWasRevokedSinceIsGivenBackOnlyByWhoTakesThatBack() throws Exception {
        Boxed boxed = box();
        assertThat(end().mayHaveEnded()).isTrue();
        RevocationPlan plan = station.deactivation();
        station.run(plan, station.approve(plan));

        assertRefused(lifting().lift(station.ada(), boxed.id()), Refusal.REVOKED_SINCE);
        assertThat(boxer.state).isEqualTo("over");
    }

    @Test
    void whatWasRevokedBeforeKeepsNoEndFromBeingTakenBack() throws Exception {
        RevocationPlan plan = station.deactivation();
        station.run(plan, station.approve(plan));
        station.clock.advance(Duration.ofMinutes(1));
        Boxed boxed = box();
        end();

        lifting().lift(station.ada(), boxed.id()).orThrow();

        assertThat(boxer.state).isEqualTo("endless");
    }

    @Test
    void whatEndedAndStandsAgainTakesAnotherEnd() throws Exception {
        Boxed first = box();
        end();
        boxer.state = "endless";

        Boxed second = box();

        assertThat(second.id()).isNotEqualTo(first.id()).startsWith("b-");
        assertRefused(lifting().lift(station.ada(), first.id()), Refusal.ALREADY_BOXED);
        assertThat(boxer.state).isEqualTo("until " + second.box().until());
    }

    private Boxed box() throws InterruptedException {
        Instant until = station.clock.instant().plus(Duration.ofMinutes(10));
        BoxOrder order = new BoxOrder(Station.CI.text(), Optional.empty(), until);
        return new Boxing(station.office, station.target)
                .apply(station.ada(), order, "it is over", Optional.empty())
                .orThrow();
    }

    private Boxed end() throws InterruptedException {
        station.clock.advance(Duration.ofMinutes(11));
        return new BoxEnds(station.office, station.target).due().getLast();
    }

    private Lifting lifting() {
        return new Lifting(station.office, station.target);
    }
}
