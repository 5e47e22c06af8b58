package dev.curfew.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.observation.SyncSummary;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.snapshot.store.known.Reading;
import dev.curfew.snapshot.testing.Facts;
import dev.curfew.snapshot.testing.TestClock;
import dev.curfew.snapshot.testing.Workspaces;
import dev.curfew.snapshot.workspace.Workspace;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Some hundred random histories, each against the plainest model of what a store should know.
class RandomHistoryTest {
    private static final int HISTORIES = 300;
    private static final List<String> SOURCES = List.of("lab", "prod");
    private static final List<String> SCOPES = List.of("users", "roles", "tokens");

    /// Read whole in about half of all cases.
    private static final List<CoverageState> STATES = List.of(
            CoverageState.READ, CoverageState.READ, CoverageState.READ, CoverageState.PARTIAL, CoverageState.REFUSED);

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-11-22T00:00:00Z"));

    @Test
    void theStoreKnowsWhatTheModelKnowsNowAndAtEveryMomentBefore() {
        try (Workspace workspace = new Workspaces(folder, clock).create("w")) {
            for (int seed = 0; seed < HISTORIES; seed++) {
                runHistory(workspace, seed);
                Workspaces.run(workspace, RandomHistoryTest::forgetEverything);
                // The store keeps the newest snapshot by its number, and never sees numbers go back but here.
                assertThat(workspace.store().current()).isEqualTo(Snapshot.EMPTY);
            }
        }
    }

    private void runHistory(Workspace workspace, int seed) {
        Random random = new Random(seed);
        EstateModel model = new EstateModel();
        Map<Instant, EstateModel.State> moments = new TreeMap<>();
        Map<Long, String> fingerprints = new TreeMap<>();
        int syncs = 2 + random.nextInt(7);
        for (int sync = 1; sync <= syncs; sync++) {
            clock.advance(Duration.ofSeconds(1 + random.nextInt(1000)));
            Observation observation = randomObservation(random);

            SyncSummary summary = workspace.unitOfWork().run(transaction -> transaction.record(observation));

            assertThat(summary).as("seed %d, sync %d", seed, sync).isEqualTo(model.record(observation));
            moments.put(clock.instant(), model.state());
            if (random.nextBoolean()) {
                Reading read = workspace.after(sync).orElseThrow();
                fingerprints.put((long) sync, HexFormat.of().formatHex(read.fingerprint()));
                // read out of the one before, and kept for the next
                assertThat(workspace.store().current()).isEqualTo(read.snapshot());
            }
        }
        for (Map.Entry<Instant, EstateModel.State> moment : moments.entrySet()) {
            assertThat(EstateModel.State.of(workspace.store().asOf(moment.getKey())))
                    .as("seed %d", seed)
                    .isEqualTo(moment.getValue());
        }
        assertThat(EstateModel.State.of(workspace.store().current()))
                .as("seed %d", seed)
                .isEqualTo(model.state());
        List<EstateModel.State> states = List.copyOf(moments.values());
        for (int sync = 1; sync <= syncs; sync++) {
            checkAfter(workspace, sync, states.get(sync - 1), fingerprints);
        }
        assertThat(workspace.after(syncs + 1L)).isEmpty();
    }

    /// In order, and still what it was then.
    private static void checkAfter(
            Workspace workspace, long sync, EstateModel.State state, Map<Long, String> fingerprints) {
        Reading read = workspace.after(sync).orElseThrow();
        assertThat(EstateModel.State.of(read.snapshot())).isEqualTo(state);
        assertThat(read.snapshot().identities())
                .isSortedAccordingTo(
                        Comparator.comparing((Identity it) -> it.source().value())
                                .thenComparing(Identity::key));
        String fingerprint = HexFormat.of().formatHex(read.fingerprint());
        assertThat(fingerprints.getOrDefault(sync, fingerprint)).isEqualTo(fingerprint);
        fingerprints.put(sync, fingerprint);
        assertThat(fingerprints.values()).doesNotHaveDuplicates();
    }

    /// A few keys and contents, so that facts come, change, move between scopes, go, and come back.
    private Observation randomObservation(Random random) {
        String source = SOURCES.get(random.nextInt(SOURCES.size()));
        List<Coverage> coverage = new ArrayList<>();
        List<Identity> facts = new ArrayList<>();
        List<Integer> keys = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
        for (String scope : SCOPES) {
            if (random.nextInt(4) > 0) {
                CoverageState state = STATES.get(random.nextInt(STATES.size()));
                coverage.add(new Coverage(new SourceName(source), scope, state, "", 0, clock.instant()));
                for (int count = random.nextInt(3); count > 0; count--) {
                    int key = keys.remove(/* index */ random.nextInt(keys.size()));
                    facts.add(Facts.identity(source, scope, "k" + key, "v" + random.nextInt(2)));
                }
            }
        }
        return new Observation(new SourceName(source), clock.instant(), clock.instant(), List.copyOf(facts), coverage);
    }

    private static void forgetEverything(Transaction transaction) {
        try (Statement statement = transaction.jdbc().createStatement()) {
            statement.execute("delete from fact_block");
            statement.execute("delete from fact_ends");
            statement.execute("delete from sync");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
