package dev.curfew.snapshot.store;

import static dev.curfew.snapshot.testing.Facts.coverage;
import static dev.curfew.snapshot.testing.Facts.identity;
import static dev.curfew.snapshot.testing.Facts.observation;
import static dev.curfew.snapshot.testing.Facts.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.observation.SyncSummary;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.snapshot.testing.Facts;
import dev.curfew.snapshot.testing.TestClock;
import dev.curfew.snapshot.testing.Workspaces;
import dev.curfew.snapshot.workspace.Workspace;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {
    private static final SourceName PROD = new SourceName(Facts.SOURCE);

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-11-22T00:00:00Z"));
    private Workspace workspace;

    @BeforeEach
    void createWorkspace() {
        workspace = new Workspaces(folder, clock).create("w");
    }

    @AfterEach
    void closeWorkspace() {
        workspace.close();
    }

    @Test
    void aNewStoreHoldsTheEmptySnapshot() {
        assertThat(workspace.store().current()).isEqualTo(Snapshot.EMPTY);
        assertThat(workspace.store().asOf(Instant.MAX)).isEqualTo(Snapshot.EMPTY);
    }

    @Test
    void everyKindOfFactComesBackAsItWas() {
        List<Fact> facts = Facts.ofEveryKind();

        SyncSummary summary = record(observation(facts, read("users")));

        assertThat(summary).isEqualTo(new SyncSummary(PROD, 1, facts.size(), 0, 0, 0));
        Snapshot expected = new SnapshotBuilder()
                .addAll(facts)
                .cover(List.of(read("users")))
                .build(1, clock.instant());
        assertThat(workspace.store().current())
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(expected);
    }

    @Test
    void aSecondSyncOfAnUnchangedSourceAddsOneRowInAll() {
        record(observation(Facts.ofEveryKind(), read("users")));
        Map<String, Long> before = rowCounts();
        clock.advance(Duration.ofHours(1));

        SyncSummary summary = record(observation(Facts.ofEveryKind().reversed(), read("users")));

        assertThat(summary)
                .isEqualTo(new SyncSummary(PROD, 2, 0, 0, 0, Facts.ofEveryKind().size()));
        Map<String, Long> expected = new TreeMap<>(before);
        expected.merge("SYNC", 1L, Long::sum);
        assertThat(rowCounts()).isEqualTo(expected);
    }

    @Test
    void aChangeInTheSourceDocumentAloneIsAChange() {
        record(observation(List.of(identity("a", "{\"v\":1}")), read("users")));

        SyncSummary summary = record(observation(List.of(identity("a", "{\"v\":2}")), read("users")));

        assertThat(summary).isEqualTo(new SyncSummary(PROD, 2, 0, 1, 0, 0));
        assertThat(workspace.store().current().identities()).containsExactly(identity("a", "{\"v\":2}"));
    }

    @Test
    void absenceFromAScopeThatWasReadEndsAFact() {
        record(observation(List.of(identity("a"), identity("b")), read("users")));

        SyncSummary summary = record(observation(List.of(identity("a")), read("users")));

        assertThat(summary).isEqualTo(new SyncSummary(PROD, 2, 0, 0, 1, 1));
        assertThat(workspace.store().current().identities()).containsExactly(identity("a"));
    }

    @Test
    void absenceFromAScopeThatWasNotReadWholeEndsNothing() {
        record(observation(List.of(identity("a"), identity("b")), read("users")));
        for (CoverageState state : CoverageState.values()) {
            if (state != CoverageState.READ) {
                SyncSummary summary = record(observation(List.of(identity("a")), coverage("users", state)));

                assertThat(summary.removed()).as(state.name()).isZero();
                assertThat(workspace.store().current().identities()).containsExactly(identity("a"), identity("b"));
            }
        }
    }

    @Test
    void aScopeThatAnObservationDoesNotSpeakOfKeepsItsFactsAndCoverage() {
        Identity role = identity(Facts.SOURCE, "roles", "r", "{}");
        record(observation(List.of(identity("a"), role), read("users"), read("roles")));

        record(observation(List.of(), coverage("users", CoverageState.REFUSED)));

        assertThat(workspace.store().current().identities()).containsExactly(identity("a"), role);
        assertThat(workspace.store().current().coverage())
                .containsExactly(coverage("users", CoverageState.REFUSED), read("roles"));
    }

    /// As an account is that its organization tells more of.
    @ParameterizedTest
    @ValueSource(strings = {Provenance.NAMED_BY_ARN, Provenance.NAMED_BY_POLICY})
    void whatIsOnlyNamedTakesNothingFromWhatWasReadOfItUntilThatIsReadAgain(String origin) {
        Resource whole = account("organization", "ListAccountsForParent", Map.of("path", "o-1/r-1/"));
        Resource named = account("account", origin, Map.of());
        record(observation(List.of(whole), read("account"), read("organization")));

        for (CoverageState state : CoverageState.values()) {
            if (state != CoverageState.READ) {
                SyncSummary summary =
                        record(observation(List.of(named), read("account"), coverage("organization", state)));
                assertThat(summary.unchanged()).as(state.name()).isOne();
                assertThat(workspace.store().current().resources()).containsExactly(whole);
            }
        }
        record(observation(List.of(named), read("account")));
        assertThat(workspace.store().current().resources()).containsExactly(whole);

        record(observation(List.of(named), read("account"), read("organization")));
        assertThat(workspace.store().current().resources()).containsExactly(named);
        record(observation(List.of(whole), read("account"), coverage("organization", CoverageState.PARTIAL)));
        assertThat(workspace.store().current().resources()).containsExactly(whole);
    }

    private static Resource account(String scope, String origin, Map<String, String> tags) {
        return new Resource(
                ResourceId.of(Facts.SOURCE, "arn:aws:iam::111122223333:root"),
                "aws.account",
                "111122223333",
                Sensitivity.UNKNOWN,
                tags,
                new Provenance(scope, origin, "{}"));
    }

    @Test
    void whatTwoSnapshotsHaveInCommonIsReadOnce() {
        record(observation(Facts.ofEveryKind(), read("users")));
        Snapshot first = workspace.store().current();
        List<Fact> more = new ArrayList<>(Facts.ofEveryKind());
        more.add(identity("another"));
        record(observation(more, read("users")));

        Snapshot second = workspace.store().current();

        assertThat(second.identities()).hasSize(first.identities().size() + 1);
        for (Identity identity : first.identities()) {
            assertThat(second.identities())
                    .anySatisfy(other -> assertThat(other).isSameAs(identity));
        }
        assertThat(second.credentials()).isSameAs(first.credentials());
        assertThat(workspace.after(1).orElseThrow().snapshot().policies()).isSameAs(first.policies());
    }

    @Test
    void oneSourcesSyncLeavesAnothersFactsAlone() {
        record(observation(List.of(identity("a")), read("users")));
        Identity other = identity("lab", "users", "x", "{}");
        Coverage lab = new Coverage(new SourceName("lab"), "users", CoverageState.READ, "", 1, Facts.THEN);

        record(new Observation(new SourceName("lab"), Facts.THEN, Facts.THEN, List.of(other), List.of(lab)));

        assertThat(workspace.store().current().identities()).containsExactly(other, identity("a"));
        assertThat(workspace.store().current().coverage()).containsExactly(lab, read("users"));
    }

    @Test
    void theEstateIsReadAsItWasKnownAtAMoment() {
        Instant first = clock.instant();
        record(observation(List.of(identity("a", "{\"v\":1}"), identity("b")), read("users")));
        Snapshot asFirst = workspace.store().current();
        clock.advance(Duration.ofHours(1));
        record(observation(List.of(identity("a", "{\"v\":2}")), coverage("users", CoverageState.PARTIAL)));
        clock.advance(Duration.ofHours(1));
        record(observation(List.of(), read("users")));

        assertThat(workspace.store().asOf(first.minusNanos(1))).isEqualTo(Snapshot.EMPTY);
        assertThat(workspace.store().asOf(first)).isEqualTo(asFirst);
        assertThat(workspace.store().asOf(first.plus(Duration.ofMinutes(59)))).isEqualTo(asFirst);
        Snapshot second = workspace.store().asOf(first.plus(Duration.ofMinutes(61)));
        assertThat(second.identities()).containsExactly(identity("a", "{\"v\":2}"), identity("b"));
        assertThat(second.coverage()).containsExactly(coverage("users", CoverageState.PARTIAL));
        assertThat(workspace.store().asOf(clock.instant()))
                .isEqualTo(workspace.store().current());
        assertThat(workspace.store().current().identities()).isEmpty();
    }

    @Test
    void aClockSetBackDoesNotReorderTheHistory() {
        record(observation(List.of(identity("a")), read("users")));
        Instant recorded = workspace.store().current().takenAt();
        clock.advance(Duration.ofDays(-1));

        record(observation(List.of(), read("users")));

        assertThat(workspace.store().asOf(recorded)).isEqualTo(workspace.store().current());
        assertThat(workspace.store().current().number()).isEqualTo(2);
    }

    @Test
    void ofTwoFactsWithOneKeyTheSameOneIsKeptInWhateverOrderTheyCome() {
        List<Identity> two = List.of(identity("a", "{\"v\":1}"), identity("a", "{\"v\":2}"));
        record(observation(two, read("users")));

        SyncSummary summary = record(observation(two.reversed(), read("users")));

        assertThat(summary).isEqualTo(new SyncSummary(PROD, 2, 0, 0, 0, 1));
    }

    @Test
    void aFactMoreWithEachSyncDoesNotMakeABlockMoreToReadWithEach() {
        List<Identity> facts = new ArrayList<>();
        Instant halfway = Instant.EPOCH;
        for (int sync = 1; sync <= 80; sync++) {
            facts.add(identity("id" + (100 + sync)));
            record(observation(facts, read("users")));
            halfway = sync == 40 ? clock.instant() : halfway;
            clock.advance(Duration.ofHours(1));
        }

        assertThat(workspace.store().current().identities()).isEqualTo(facts);
        assertThat(workspace.store().asOf(halfway).identities()).isEqualTo(facts.subList(0, 40));
        assertThat(count("select count(*) from fact_block where id not in"
                        + " (select block_id from fact_ends where open_facts = 0)"))
                .isLessThanOrEqualTo(34);
        assertThat(record(observation(facts, read("users")))).isEqualTo(new SyncSummary(PROD, 81, 0, 0, 0, 80));
    }

    @Test
    void aFactTooLargeForARowIsRefusedInWordsAndNothingIsKept() {
        Identity large = identity("a", "x".repeat(1_000_001));

        assertThatThrownBy(() -> record(observation(List.of(large), read("users"))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("identity of prod");
        assertThat(workspace.store().current()).isEqualTo(Snapshot.EMPTY);
    }

    private SyncSummary record(Observation observation) {
        return workspace.unitOfWork().run(transaction -> transaction.record(observation));
    }

    private long count(String sql) {
        return workspace.unitOfWork().run(transaction -> {
            try (Statement statement = transaction.jdbc().createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Map<String, Long> rowCounts() {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : List.of("FACT_BLOCK", "FACT_ENDS", "SYNC", "STORED_RECORD", "WORKSPACE")) {
            counts.put(table, count("select count(*) from " + table));
        }
        return counts;
    }
}
