package dev.curfew.revocation.rotation;

import static dev.curfew.revocation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Progress;
import dev.curfew.revocation.EveryCommit;
import dev.curfew.revocation.Station;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process dies at every commit of a rotation, just before it and just after. Gone on with, exactly one credential
/// works in the end: the one that was handed over last.
class RotationCrashTest {
    @TempDir
    private Path directory;

    @Test
    void aRotationThatDiesAtAnyCommitComesToItsEnd() throws Exception {
        assertThat(EveryCommit.diesAt(directory, folder -> new Story(folder, true)))
                .isGreaterThan(20);
    }

    @Test
    void whatMayBeSomebodyElsesIsNotTouchedUnlessItIsNamed() throws Exception {
        Story story = new Story(directory.resolve("other"), false);
        new RotationBook(story.station.office)
                .decide(
                        story.station.ada(),
                        "t-00000",
                        Stage.MAKING,
                        RotationBook.names(Station.KEY, "aws.access-key", "old", Set.of()))
                .orThrow();
        CredentialId others = new CredentialId(Station.AWS, "AKIAOTHER");
        story.station.source.give(others, "AKIAOTHER:secret");

        Outcome<Rotation> again = story.start(Optional.empty());

        assertRefused(again, Refusal.UNFINISHED_ROTATION);
        assertThat(story.station.source.working()).contains(others);
        assertThat(story.start(Optional.of("AKIAOTHER"))).isInstanceOf(Outcome.Done.class);
        assertThat(story.station.source.working()).doesNotContain(others);
    }

    private static final class Story implements EveryCommit.Story {
        final Station station;
        final Rotating rotating;
        private final Cutting cutting;
        private final List<String> handed = new ArrayList<>();

        Story(Path folder, boolean marks) throws IOException {
            station = new Station(Files.createDirectories(folder));
            station.target.rotating = new MemoryRotator(station, marks);
            rotating = new Rotating(station.bench, station.planner);
            cutting = new Cutting(station.bench, station.planner, station.desk, station.executor, rotating);
        }

        @Override
        public Station station() {
            return station;
        }

        /// As an officer would: by what the list says.
        @Override
        public void goOn() throws InterruptedException {
            for (int i = 0; i < 5; i++) {
                Optional<Rotation> now = rotating.all().stream().reduce((_, newest) -> newest);
                if (now.isEmpty() || now.get().stage().isUnhanded() || now.get().stage() == Stage.DISCARDED) {
                    start(Optional.empty()).orThrow();
                } else {
                    String id = now.get().id();
                    switch (now.get().stage()) {
                        case HANDED, CUTTING ->
                            cutting.cut(station.ada(), id, order(), Progress.SILENT)
                                    .orThrow();
                        case CUT, ENDING ->
                            cutting.end(station.ada(), id, order(), Progress.SILENT)
                                    .orThrow();
                        default -> {
                            return;
                        }
                    }
                }
            }
        }

        Outcome<Rotation> start(Optional<String> stray) throws InterruptedException {
            return rotating.start(
                    station.ada(), new RotateOrder(Station.KEY.text(), "old", stray, false), new HandOver() {
                        @Override
                        public String to() {
                            return "a list";
                        }

                        @Override
                        public void give(Secret value) {
                            handed.add(value.reveal());
                        }
                    });
        }

        private static CutOrder order() {
            return new CutOrder(
                    Duration.ofDays(1), Set.of(Quiet.UNKNOWN), Optional.of(Secret.of(Station.VALUE)), Optional.empty());
        }

        @Override
        public void assertEnded() {
            Rotation last = rotating.all().getLast();
            assertThat(last.stage()).isEqualTo(Stage.ENDED);
            assertThat(station.source.working()).containsExactly(last.fresh().orElseThrow());
            assertThat(handed.getLast()).isEqualTo(last.fresh().orElseThrow().nativeId() + ":secret");
        }
    }
}
