package dev.curfew.revocation.run;

import static dev.curfew.revocation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.port.Progress;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.revocation.Station;
import dev.curfew.revocation.choice.Extent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {
    @TempDir
    private Path directory;

    private Station station;
    private RevocationPlan plan;

    @BeforeEach
    void run() throws InterruptedException {
        station = new Station(directory);
        plan = station.deletion();
        station.run(plan, station.approve(plan));
        station.clock.advance(Duration.ofDays(1));
    }

    @Test
    void whatIsStillRefusedIsProvedAnewWithLaterDate() throws InterruptedException {
        Proof proof = verify(true);
        assertThat(proof).isEqualTo(new Proof.Proved(station.clock.instant(), 6, 6));
        assertThat(station.events())
                .endsWith("probe.attempted", "probe.attempted", "probe.attempted", "proof.recorded");
    }

    @Test
    void aRevivedCredentialIsSaidToWork() throws InterruptedException {
        station.source.give(Station.KEY, Station.VALUE);
        assertThat(verify(true)).isEqualTo(new Proof.StillWorks(station.clock.instant(), 1, 4));
    }

    @Test
    void endedAgainItIsProvedAfterTheTimeItWentOn() throws InterruptedException {
        station.source.give(Station.KEY, Station.VALUE);
        verify(true);
        station.source.act(plan.steps().getLast().action(), Station.KEY);
        assertThat(verify(true))
                .isInstanceOfSatisfying(
                        Proof.ProvedAfter.class, it -> assertThat(it.after()).isGreaterThan(Duration.ofDays(1)));
    }

    @Test
    void withoutTheValueADatedProofStands() throws InterruptedException {
        Proof before = station.unitOfWork.run(transaction ->
                transaction.proofs().find(plan.id() + "/2").orElseThrow().proof());
        int entries = station.ledger().size();
        assertThat(verify(false)).isEqualTo(before);
        assertThat(station.ledger()).hasSize(entries);
    }

    @Test
    void withoutTheValueACredentialListedAgainIsNotProvableAnyMore() throws InterruptedException {
        station.source.give(Station.KEY, Station.VALUE);
        assertThat(verify(false))
                .isInstanceOfSatisfying(
                        Proof.NotProvable.class,
                        it -> assertThat(it.listing())
                                .isEqualTo(new ListingEvidence.Listed(station.clock.instant(), true, "")));
    }

    @Test
    void aPlanThatDidNotRunIsNotVerified() throws InterruptedException {
        RevocationPlan idle = station.plan(Extent.DELETE, Station.KEY.text()).orThrow();
        assertRefused(station.verifier.verify(idle.id(), "ada", Map.of(), Progress.SILENT), Refusal.ILLEGAL_STATE);
    }

    private Proof verify(boolean withValue) throws InterruptedException {
        return station.verifier
                .verify(plan.id(), "ada", withValue ? Station.values() : Map.of(), Progress.SILENT)
                .orThrow()
                .getFirst()
                .proof()
                .orElseThrow();
    }
}
