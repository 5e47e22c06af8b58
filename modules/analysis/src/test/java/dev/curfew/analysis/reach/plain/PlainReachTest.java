package dev.curfew.analysis.reach.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.expiry.Band;
import dev.curfew.analysis.expiry.ExpiryBands;
import dev.curfew.analysis.finding.Finding;
import dev.curfew.analysis.finding.Findings;
import dev.curfew.analysis.finding.Rule;
import dev.curfew.analysis.finding.noted.Noted;
import dev.curfew.analysis.graph.AccessLevel;
import dev.curfew.analysis.graph.EdgeLabel;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.graph.query.Administrators;
import dev.curfew.analysis.graph.query.Choke;
import dev.curfew.analysis.graph.query.Chokes;
import dev.curfew.analysis.graph.query.Weighting;
import dev.curfew.analysis.graph.whatif.PlannedChange;
import dev.curfew.analysis.graph.whatif.WhatIf;
import dev.curfew.analysis.inventory.Inventory;
import dev.curfew.analysis.inventory.InventoryRow;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.right.Right;
import dev.curfew.model.right.RightLevel;
import dev.curfew.model.right.Rights;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlainReachTest {
    private static final int ESTATES = 400;
    private static final SourceName DB = new SourceName("db");

    private final Estate estate = Estate.of("db");
    private final IdentityId app = estate.identity("db.role", "role/app");
    private final IdentityId owner = estate.identity("db.role", "role/owner");
    private final ResourceId orders = estate.resource("db.table", "table/orders", Sensitivity.HIGH);

    private PolicyId rights(String nativeId, Right... rights) {
        return estate.policy(Rights.KIND, nativeId, Rights.of(List.of(rights)).text());
    }

    @Test
    void whatIsReachedIsWhatThePlainWorkingOutSays() {
        for (int seed = 0; seed < ESTATES; seed++) {
            SnapshotIndex index = RandomPlainEstate.of(seed).index();
            NaiveReach naive = new NaiveReach(index.snapshot(), DB);
            BlastRadius radius = new BlastRadius(index);
            EstateGraph graph = EstateGraph.of(index, radius);
            List<EntityId> starts = Stream.<EntityId>concat(
                            index.snapshot().identities().stream().map(Identity::id),
                            index.snapshot().credentials().stream().map(Credential::id))
                    .toList();
            for (EntityId start : starts) {
                Reach reach = radius.of(start);

                assertThat(certainties(reach)).as("seed %d, %s", seed, start).isEqualTo(naive.of(start));
                assertThat(graph.reach(start)).as("seed %d, %s", seed, start).isEqualTo(reach);
                reach.reached().forEach(it -> isConnected(start, it));
            }
        }
    }

    private static Map<EntityId, Certainty> certainties(Reach reach) {
        Map<EntityId, Certainty> certainties = new TreeMap<>();
        reach.reached().forEach(it -> certainties.put(it.target(), it.certainty()));
        return certainties;
    }

    private static void isConnected(EntityId start, Reached reached) {
        EntityId at = start;
        for (Hop hop : reached.path()) {
            assertThat(hop.from()).isEqualTo(at);
            at = hop.to();
        }
        assertThat(at).isEqualTo(reached.target());
    }

    @ParameterizedTest
    @EnumSource(RightLevel.class)
    void everyLevelIsAHopWithItsStatement(RightLevel level) {
        CredentialId key = estate.credential("db.key", "key/owner", owner, new Expiry.Never());
        EntityId target = switch (level) {
            case READ, WRITE, PERMISSIONS, ADMINISTER -> orders;
            case BECOME, MINT -> owner;
            case READ_SECRET -> key;
        };
        PolicyId policy =
                rights("rights/app", Right.of(level, target.nativeId(), "DO").named("s"));
        estate.grant(app, policy);
        Hop hop = path(app, target).getLast();

        assertThat(hop.from()).isEqualTo(policy);
        assertThat(hop.decision())
                .isEqualTo(new Evaluation.Allowed(List.of(new DecidingStatement("rights/app", 0, "s"))));
        assertThat(EdgeLabel.of(steps(app, target)).level())
                .isEqualTo(
                        switch (level) {
                            case READ, READ_SECRET -> AccessLevel.READ;
                            case WRITE -> AccessLevel.WRITE;
                            case PERMISSIONS -> AccessLevel.PERMISSIONS;
                            case ADMINISTER -> AccessLevel.ADMINISTER;
                            case BECOME, MINT -> AccessLevel.BECOME;
                        });
    }

    private List<Hop> path(EntityId from, EntityId to) {
        return new BlastRadius(estate.index())
                .of(from).reached().stream()
                        .filter(it -> it.target().equals(to))
                        .findFirst()
                        .orElseThrow()
                        .path();
    }

    private dev.curfew.analysis.reach.route.Route steps(EntityId from, EntityId to) {
        return new BlastRadius(estate.index()).towards(Set.of(to)).of(from).getFirst();
    }

    @Test
    void aConditionIsToldInTheSourcesWords() {
        estate.grant(
                app,
                rights("r", Right.of(RightLevel.READ, "table/orders", "SELECT").provided("row security")));

        assertThat(path(app, orders).getLast().decision())
                .isEqualTo(new Evaluation.Conditional(
                        List.of(new DecidingStatement("r", 0, "SELECT")), Set.of("row security")));
    }

    @Test
    void whoAdministersTheWholeSourceIsAnAdministratorOfEverythingInIt() {
        estate.grant(app, rights("r", Right.of(RightLevel.ADMINISTER, Rights.WHOLE, "SUPERUSER")));
        Reach reach = new BlastRadius(estate.index()).of(app);

        assertThat(reach.administrator()).isTrue();
        assertThat(reach.reached())
                .extracting(Reached::target)
                .containsExactly(new ResourceId(DB, "whole"), owner, orders);
        assertThat(new Administrators(estate.graph()).direct(app)).isPresent();
    }

    @Test
    void whoReadsAllOfItAdministersNothing() {
        estate.grant(app, rights("r", Right.of(RightLevel.READ, Rights.WHOLE, "pg_read_all_data")));
        Reach reach = new BlastRadius(estate.index()).of(app);

        assertThat(reach.administrator()).isFalse();
        assertThat(reach.reached()).extracting(Reached::target).containsExactly(orders);
    }

    @Test
    void aKeyWithRightsOfItsOwnHasThoseAndNotItsHolders() {
        estate.grant(app, rights("r", Right.of(RightLevel.WRITE, "table/orders", "INSERT")));
        CredentialId key = estate.credential("db.key", "key/1", app, new Expiry.Never());
        estate.grant(key, rights("k", Right.of(RightLevel.READ, "table/orders", "SELECT")));

        assertThat(path(key, orders).getLast().kind()).isEqualTo(HopKind.READS);
        assertThat(new BlastRadius(estate.index()).of(key).reached()).hasSize(1);
    }

    @Test
    void whatAPlannedChangeTakesAwayIsSaid() {
        PolicyId policy = rights("r", Right.of(RightLevel.BECOME, "role/owner", "SET ROLE"));
        estate.grant(app, policy);
        estate.grant(owner, rights("o", Right.of(RightLevel.ADMINISTER, "table/orders", "owner")));
        SnapshotIndex index = estate.index();
        EstateGraph graph = EstateGraph.of(index, new BlastRadius(index));

        WhatIf whatIf = WhatIf.of(graph, List.of(new PlannedChange.Detach(app, policy)));

        assertThat(whatIf.lost(List.of(app))).extracting(Reached::target).containsExactly(owner, orders);
        assertThat(whatIf.residual(List.of(app))).isEmpty();
        assertThat(new Chokes(graph, Weighting.DEFAULT).of(List.of(app)))
                .extracting(Choke::lost)
                .first()
                .isEqualTo(2);
    }

    @Test
    void findingsInventoryAndExpiryAskForNoProvider() {
        IdentityId alone =
                estate.identity("db.role", "role/alone", new Ownership.Unowned(), Estate.NOT_OBSERVED, Map.of());
        estate.credential("db.key", "key/1", alone, new Expiry.At(Estate.NOW.plus(Duration.ofHours(2))));
        estate.grant(alone, rights("r", Right.of(RightLevel.ADMINISTER, Rights.WHOLE, "SUPERUSER")));
        SnapshotIndex index = estate.index();

        assertThat(Findings.of(estate.graph(), Noted.NOTHING, Estate.NOW))
                .filteredOn(it -> alone.equals(it.entity()))
                .extracting(Finding::rule)
                .contains(Rule.ORPHAN, Rule.OVERPRIVILEGED);
        assertThat(new Inventory(index).rows()).extracting(InventoryRow::id).contains(alone, app, owner);
        assertThat(ExpiryBands.of(index, List.of(), Estate.NOW).in(Band.WITHIN_24_HOURS))
                .hasSize(1);
    }
}
