package dev.curfew.revocation.after;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.revocation.Station;
import dev.curfew.revocation.run.Lookout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReturnsTest {
    private static final CredentialId NEW_KEY = new CredentialId(Station.AWS, "AKIA0002");
    private static final IdentityId ANEW = new IdentityId(Station.AWS, "arn:aws:iam::000000000001:user/made/ci");

    @TempDir
    private Path directory;

    private Station station;
    private Returns returns;

    @BeforeEach
    void oneIdentityWithOneKey() {
        station = new Station(directory);
        returns = new Returns(station.office, new Lookout(station.bench));
    }

    private RevocationPlan cutOff() throws InterruptedException {
        RevocationPlan plan = station.deletion();
        station.run(plan, station.approve(plan));
        station.clock.advance(Duration.ofHours(1));
        return plan;
    }

    /// A reading that was made now.
    private void read(Fact... facts) {
        station.clock.advance(Duration.ofMinutes(1));
        station.store.set(new SnapshotBuilder()
                .addAll(Arrays.asList(facts))
                .cover(List.of(new Coverage(
                        Station.AWS, "all", CoverageState.READ, "", facts.length, station.clock.instant())))
                .build(station.store.current().number() + 1, station.clock.instant()));
    }

    private static Identity ci() {
        return Station.identity(Station.CI, Map.of());
    }

    private static Identity anew(String name) {
        return new Identity(
                ANEW,
                "aws.user",
                name,
                new Ownership.Unowned(),
                Station.START,
                new Usage.NotObserved("test"),
                Map.of(),
                new Provenance("all", "test", "{}"));
    }

    private static Credential newKey(IdentityId holder) {
        return Station.key(NEW_KEY, holder);
    }

    @Test
    void aNewCredentialOfWhatWasCutOffIsToldOnceAndStandsWhileItIsListed() throws InterruptedException {
        RevocationPlan plan = cutOff();
        read(ci());
        assertThat(returns.look()).isEmpty();

        read(ci(), newKey(Station.CI));

        assertThat(returns.look()).singleElement().satisfies(one -> {
            assertThat(one.what()).isEqualTo(NEW_KEY);
            assertThat(one.identity()).isEqualTo(Station.CI.text());
            assertThat(one.planId()).isEqualTo(plan.id());
        });
        assertThat(station.events()).endsWith(Returns.RETURNED);
        assertThat(returns.look()).isEmpty();
        assertThat(returns.standing()).hasSize(1);
        read(ci());
        assertThat(returns.standing()).isEmpty();
    }

    @Test
    void oneOfItsNameThatWasMadeAnewIsTold() throws InterruptedException {
        cutOff();
        read(anew(ci().name()));
        assertThat(returns.look()).as("it can do nothing, and nobody can be it").isEmpty();

        read(anew(ci().name()), newKey(ANEW));

        assertThat(returns.look()).extracting(Returned::what).containsExactly(ANEW);
    }

    @Test
    void anotherNameIsNobodysReturn() throws InterruptedException {
        cutOff();
        read(anew("somebody else"), newKey(ANEW));
        assertThat(returns.look()).isEmpty();
    }

    @Test
    void whatKeptACredentialMayHaveNewOnes() throws InterruptedException {
        CredentialId kept = new CredentialId(Station.AWS, "AKIA0003");
        read(ci(), Station.key(Station.KEY, Station.CI), Station.key(kept, Station.CI));
        cutOff();
        read(ci(), Station.key(kept, Station.CI), newKey(Station.CI));
        assertThat(returns.look()).isEmpty();
    }

    @Test
    void aReadingFromBeforeTellsNothing() throws InterruptedException {
        RevocationPlan plan = station.deletion();
        read(ci(), newKey(Station.CI));
        station.clock.advance(Duration.ofMinutes(1));
        station.run(plan, station.approve(plan));

        assertThat(returns.look()).isEmpty();
    }
}
