package dev.curfew.revocation.timebox;

import static dev.curfew.revocation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.revocation.EveryCommit;
import dev.curfew.revocation.Station;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process dies at every commit of a time-box, of its end and of its way back, just before it and just after. Gone
/// on with, each was done once at the source, and the access stands as before.
class BoxCrashTest {
    @TempDir
    private Path directory;

    @Test
    void aTimeBoxThatDiesAtAnyCommitComesToItsEndAndBack() throws Exception {
        assertThat(EveryCommit.diesAt(directory, Story::new)).isEqualTo(6);
    }

    @Test
    void whatWasWrittenWithoutAnAnswerIsSeenTo() throws Exception {
        Story story = new Story(directory.resolve("silent"));
        story.boxer.silent = true;

        assertRefused(story.apply(), Refusal.UNFINISHED_TIMEBOX);
        assertThat(story.apply().orThrow().stage()).isEqualTo(BoxStage.BEGUN);
        assertThat(story.boxer.done).hasSize(1);
        assertThat(story.boxing.all()).hasSize(1);
    }

    @Test
    void onlyAnOfficerGoesOnWithWhatWasBegun() throws Exception {
        Story story = new Story(directory.resolve("nobody"));
        story.boxer.silent = true;
        assertRefused(story.apply(), Refusal.UNFINISHED_TIMEBOX);
        String _ = story.station.keys.make("mallory", Station.passphrase());
        OfficerKey nobody = story.station.keys.unlock("mallory", Station.passphrase());

        assertRefused(story.boxing.apply(nobody, Story.ORDER, "over", Optional.empty()), Refusal.NOT_AN_OFFICER);
        assertThat(story.boxing.all()).extracting(Boxed::stage).containsExactly(BoxStage.BEGINNING);
    }

    @Test
    void anEndThatTheSourceDoesNotAnswerToIsTriedAgainAndEnteredOnce() throws Exception {
        Story story = new Story(directory.resolve("unanswered"));
        story.apply().orThrow();
        story.station.clock.advance(Duration.ofHours(2));
        story.boxer.silent = true;

        assertThat(story.ends.due()).extracting(Boxed::stage).containsExactly(BoxStage.ENDING);
        assertThat(story.ends.due()).extracting(Boxed::stage).containsExactly(BoxStage.ENDED);
        assertThat(story.ends.due()).isEmpty();
        assertThat(story.boxer.done).containsExactly("until " + Story.UNTIL, "over");
    }

    @Test
    void theSameRefusalAgainIsNoNewsForTheLedger() throws Exception {
        Story story = new Story(directory.resolve("refused"));
        story.apply().orThrow();
        story.station.clock.advance(Duration.ofHours(2));
        story.boxer.state = "somebody else's";

        story.ends.due();
        int entries = story.station.ledger().size();
        assertThat(story.ends.due()).extracting(Boxed::stage).containsExactly(BoxStage.ENDING);
        assertThat(story.station.ledger()).hasSize(entries);
    }

    @Test
    void whatWasTakenBackDoesNotEnd() throws Exception {
        Story story = new Story(directory.resolve("lifted"));
        String id = story.apply().orThrow().id();
        story.lifting.lift(story.station.ada(), id).orThrow();
        story.station.clock.advance(Duration.ofHours(2));

        assertThat(story.ends.due()).isEmpty();
        assertThat(story.boxer.state).isEqualTo("endless");
        assertRefused(story.lifting.lift(story.station.ada(), id), Refusal.ILLEGAL_STATE);
    }

    @Test
    void whatChangedSinceItWasShownIsNotBegun() throws Exception {
        Story story = new Story(directory.resolve("shown"));
        Optional<String> shown =
                Optional.of(story.boxing.plan(Story.ORDER).orThrow().digest());
        story.boxer.state = "somebody else's";

        assertRefused(story.boxing.apply(story.station.ada(), Story.ORDER, "over", shown), Refusal.CHANGED_SINCE_SHOWN);
        assertThat(story.boxing.all()).isEmpty();
    }

    @Test
    void whatTheSourceDoesNotHoldIsNotCalledTargetEnforced() throws Exception {
        Story story = new Story(directory.resolve("weak"));
        assertThat(story.boxing.plan(Story.ORDER).orThrow().enforcement().byTarget())
                .isTrue();

        story.boxer.held = false;
        assertThat(story.boxing.plan(Story.ORDER).orThrow().enforcement().byTarget())
                .isFalse();
    }

    @Test
    void protectedAccessAndTimesThatAreOverTakeNoEnd() throws Exception {
        Story story = new Story(directory.resolve("protected"));
        BoxOrder late = new BoxOrder(Station.CI.text(), Optional.empty(), Station.START);
        assertRefused(story.boxing.plan(late), Refusal.BAD_END);

        story.station.read(Station.identity(Station.CI, Map.of("curfew:protected", "true")));
        assertRefused(story.boxing.plan(Story.ORDER), Refusal.PROTECTED);
    }

    private static final class Story implements EveryCommit.Story {
        static final Instant UNTIL = Station.START.plus(Duration.ofHours(1));
        static final BoxOrder ORDER = new BoxOrder(Station.CI.text(), Optional.empty(), UNTIL);

        final Station station;
        final MemoryBoxer boxer;
        final Boxing boxing;
        final BoxEnds ends;
        final Lifting lifting;

        Story(Path folder) throws IOException {
            station = new Station(Files.createDirectories(folder));
            boxer = new MemoryBoxer(station);
            station.target.boxing = boxer;
            boxing = new Boxing(station.office, station.target);
            ends = new BoxEnds(station.office, station.target);
            lifting = new Lifting(station.office, station.target);
        }

        Outcome<Boxed> apply() throws InterruptedException {
            return boxing.apply(station.ada(), ORDER, "the export is over", Optional.empty());
        }

        @Override
        public Station station() {
            return station;
        }

        /// As an officer would, and `watch`: by what the list says.
        @Override
        public void goOn() throws InterruptedException {
            for (int i = 0; i < 4; i++) {
                Optional<Boxed> now = boxing.all().stream().reduce((_, newest) -> newest);
                if (now.isEmpty()) {
                    apply().orThrow();
                } else {
                    switch (now.get().stage()) {
                        case BEGINNING, ABANDONED -> apply().orThrow();
                        case BEGUN, ENDING -> {
                            station.clock.advance(Duration.ofHours(2));
                            ends.due();
                        }
                        case ENDED, LIFTING ->
                            lifting.lift(station.ada(), now.get().id()).orThrow();
                        case LIFTED -> {
                            return;
                        }
                    }
                }
            }
        }

        @Override
        public void assertEnded() {
            assertThat(boxing.all()).extracting(Boxed::stage).containsExactly(BoxStage.LIFTED);
            assertThat(boxer.done).containsExactly("until " + UNTIL, "over", "endless");
        }
    }
}
