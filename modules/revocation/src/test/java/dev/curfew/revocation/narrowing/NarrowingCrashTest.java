package dev.curfew.revocation.narrowing;

import static dev.curfew.revocation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.narrowing.MeasuredUse;
import dev.curfew.model.narrowing.Use;
import dev.curfew.model.port.Progress;
import dev.curfew.model.snapshot.SnapshotBuilder;
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

/// The process dies at every commit of a narrowing and of its way back, just before it and just after. Gone on with,
/// the narrower policy stood at the source, written once, and the former one stands there again.
class NarrowingCrashTest {
    private static final String TEXT = "path \"secret/*\" { capabilities = [\"read\", \"update\"] }";

    @TempDir
    private Path directory;

    @Test
    void aNarrowingThatDiesAtAnyCommitComesToItsEnd() throws Exception {
        assertThat(EveryCommit.diesAt(directory, Story::new)).isEqualTo(4);
    }

    @Test
    void whatWasWrittenWithoutAnAnswerIsSeenTo() throws Exception {
        Story story = new Story(directory.resolve("silent"));
        story.keeper.silent = true;

        assertRefused(story.apply(), Refusal.UNFINISHED_NARROWING);
        assertThat(story.apply().orThrow().stage()).isEqualTo(NarrowStage.APPLIED);
        assertThat(story.keeper.written).hasSize(1);
    }

    @Test
    void whatSomebodyElseWroteSinceIsLeftAlone() throws Exception {
        Story story = new Story(directory.resolve("changed"));
        String id = story.apply().orThrow().id();
        story.keeper.change("path \"other\" { capabilities = [\"read\"] }");

        assertRefused(story.back.back(story.station.ada(), id), Refusal.CHANGED_AT_SOURCE);
        assertThat(story.keeper.read(Story.POLICY).text()).contains("other");
    }

    @Test
    void aNoticeIsWaitedForAndBindsWhatIsTakenAway() throws Exception {
        Story story = new Story(directory.resolve("notice"));
        Narrowing noticed = story.notice(Optional.empty()).orThrow();

        assertRefused(story.apply(), Refusal.NOTICE_RUNS);
        story.station.clock.advance(Duration.ofDays(8));
        story.read();
        story.uses.clear();
        assertRefused(story.apply(), Refusal.MORE_THAN_NOTICED);
        story.use();
        Narrowing applied = story.apply().orThrow();
        assertThat(applied.id()).isEqualTo(noticed.id());
        assertThat(applied.stage()).isEqualTo(NarrowStage.APPLIED);
    }

    @Test
    void whatChangedSinceItWasShownIsNotAnnounced() throws Exception {
        Story story = new Story(directory.resolve("shown"));
        Optional<String> shown = Optional.of(
                story.applying.plan(Story.order(), Progress.SILENT).orThrow().digest());
        story.uses.clear();

        assertRefused(story.notice(shown), Refusal.CHANGED_SINCE_SHOWN);
        assertThat(story.applying.all()).isEmpty();
        story.use();
        assertThat(story.notice(shown).orThrow().stage()).isEqualTo(NarrowStage.NOTICED);
    }

    @Test
    void aRecordThatMayLackAUseDecidesNothing() throws Exception {
        Story story = new Story(directory.resolve("unread"));
        story.unread.add("a line could not be read");

        assertRefused(story.apply(), Refusal.USE_UNREAD);
        assertThat(story.keeper.written).isEmpty();
    }

    private static final class Story implements EveryCommit.Story {
        static final PolicyId POLICY = new PolicyId(Station.AWS, "policy/app");

        final Station station;
        final MemoryKeeper keeper;
        final Applying applying;
        final Return back;
        final List<Use> uses = new ArrayList<>();
        final List<String> unread = new ArrayList<>();

        Story(Path folder) throws IOException {
            station = new Station(Files.createDirectories(folder));
            keeper = new MemoryKeeper(station, TEXT);
            station.target.keeping = keeper;
            station.target.using = (_, _, _, _) -> new MeasuredUse(
                    uses,
                    1,
                    "a list",
                    Optional.of(Station.START.minusSeconds(60)),
                    station.clock.instant(),
                    Duration.ZERO,
                    List.of(),
                    unread);
            applying = new Applying(station.office, station.target);
            back = new Return(station.office, station.target);
            read();
            use();
        }

        void read() {
            Policy policy = new Policy(POLICY, "openbao.acl", "app", TEXT, new Provenance("policies", "test", "{}"));
            station.store.set(new SnapshotBuilder().add(policy).build(1, station.clock.instant()));
        }

        void use() {
            uses.add(new Use(Set.of("app"), "read", "secret/door", 3, Station.START));
        }

        static NarrowOrder order() {
            return new NarrowOrder("app", Station.START, 5);
        }

        Outcome<Narrowing> notice(Optional<String> shown) throws InterruptedException {
            return applying.notice(station.ada(), order(), "unused", shown, Duration.ofDays(7), Progress.SILENT);
        }

        Outcome<Narrowing> apply() throws InterruptedException {
            return applying.apply(station.ada(), order(), "unused", Optional.empty(), Progress.SILENT);
        }

        @Override
        public Station station() {
            return station;
        }

        /// As an officer would: by what the list says.
        @Override
        public void goOn() throws InterruptedException {
            for (int i = 0; i < 4; i++) {
                Optional<Narrowing> now = applying.all().stream().reduce((_, newest) -> newest);
                if (now.isEmpty()) {
                    apply().orThrow();
                } else {
                    switch (now.get().stage()) {
                        case NOTICED, APPLYING, ABANDONED -> apply().orThrow();
                        case APPLIED, RETURNING ->
                            back.back(station.ada(), now.get().id()).orThrow();
                        case RETURNED -> {
                            return;
                        }
                    }
                }
            }
        }

        @Override
        public void assertEnded() {
            assertThat(applying.all().getLast().stage()).isEqualTo(NarrowStage.RETURNED);
            assertThat(keeper.written).hasSize(2);
            assertThat(keeper.written.getFirst()).contains("secret/door").doesNotContain("update");
            assertThat(keeper.read(POLICY).text()).isEqualTo(TEXT);
        }
    }
}
