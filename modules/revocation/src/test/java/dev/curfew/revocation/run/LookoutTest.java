package dev.curfew.revocation.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.revocation.Station;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookoutTest {
    private static final Action DELETE = new Action("aws.delete-access-key", false);

    @TempDir
    private Path directory;

    private Station station;
    private RevocationPlan plan;
    private Lookout lookout;

    @BeforeEach
    void run() throws InterruptedException {
        station = new Station(directory);
        plan = station.deletion();
        station.run(plan, station.approve(plan));
        station.clock.advance(Duration.ofDays(1));
        lookout = new Lookout(station.bench);
    }

    @Test
    void whatStaysGoneIsNoAlarmAndNoEntry() throws InterruptedException {
        int before = station.events().size();
        assertThat(lookout.look()).isEmpty();
        assertThat(station.events()).hasSize(before);
    }

    @Test
    void whatIsGoodAgainIsAnAlarmOnceAndStandsUntilItIsProvedGone() throws InterruptedException {
        station.source.give(Station.KEY, Station.VALUE);

        assertThat(lookout.look()).singleElement().satisfies(revived -> {
            assertThat(revived.credential()).isEqualTo(Station.KEY);
            assertThat(revived.planId()).isEqualTo(plan.id());
        });
        assertThat(station.events()).endsWith(Lookout.REVIVED, "proof.recorded");
        assertThat(lookout.look()).isEmpty();
        assertThat(lookout.standing()).hasSize(1);

        station.clock.advance(Duration.ofHours(1));
        RevocationPlan again = station.deletion();
        station.run(again, station.approve(again));
        assertThat(lookout.standing()).isEmpty();
        station.source.give(Station.KEY, Station.VALUE);
        assertThat(lookout.look()).hasSize(1);
    }

    @Test
    void theAlarmIsOverWhenItsSourceListsItNoMoreAndSaysWhenItWasGoneBefore() throws InterruptedException {
        Instant gone = lookout.gone().getFirst().proof().at();
        station.source.give(Station.KEY, Station.VALUE);
        lookout.look();
        assertThat(lookout.standing()).extracting(Revived::goneAt).containsExactly(gone);

        station.clock.advance(Duration.ofMinutes(5));
        assertThat(lookout.look()).isEmpty();
        assertThat(lookout.standing()).as("it is good still").hasSize(1);

        station.source.act(DELETE, Station.KEY);
        assertThat(lookout.look()).isEmpty();
        assertThat(lookout.standing()).isEmpty();
        assertThat(lookout.gone()).hasSize(1);

        station.clock.advance(Duration.ofMinutes(5));
        station.source.give(Station.KEY, Station.VALUE);
        assertThat(lookout.look()).as("back once more, it is an alarm again").hasSize(1);
    }

    @Test
    void whatCouldOnlyBeListedAsGoneIsLookedAtToo() throws InterruptedException {
        station.source.give(Station.KEY, Station.VALUE);
        lookout.look();
        station.clock.advance(Duration.ofHours(1));
        RevocationPlan unseen = station.deletion();
        station.executor
                .run(unseen, station.approve(unseen), Map.of(), Progress.SILENT)
                .orThrow();
        assertThat(lookout.look()).isEmpty();

        station.source.give(Station.KEY, Station.VALUE);

        assertThat(lookout.look()).hasSize(1);
    }

    @Test
    void aSourceThatDoesNotAnswerIsNoAlarm() throws InterruptedException {
        station.source.give(Station.KEY, Station.VALUE);
        station.source.failList(new SourceException(SourceException.Kind.UNREACHABLE, "down"));
        assertThat(lookout.look()).isEmpty();
        station.source.failList(null);
        assertThat(lookout.look()).hasSize(1);
        assertThat(station.unitOfWork
                        .run(transaction -> transaction.proofs().all())
                        .getLast()
                        .proof())
                .isInstanceOf(Proof.NotProvable.class);
    }

    @Test
    void whatWasRevokedLongAgoIsNotAskedAbout() throws InterruptedException {
        station.source.give(Station.KEY, Station.VALUE);
        station.clock.advance(Duration.ofDays(90));
        assertThat(lookout.look()).isEmpty();
    }
}
