package dev.curfew.revocation.rotation;

import static dev.curfew.revocation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.revocation.Action;
import dev.curfew.revocation.Station;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One officer hands a second key over, and another takes it back.
class WayBackTest {
    private Station station;
    private Rotating rotating;
    private WayBack wayBack;
    private String rotation = "";

    @BeforeEach
    void aKeyIsHandedOver(@TempDir Path folder) throws InterruptedException {
        station = new Station(folder);
        station.officers.add("bo", "Bo", Station.passphrase()).orThrow();
        station.target.rotating = new MemoryRotator(station, true);
        rotating = new Rotating(station.bench, station.planner);
        wayBack = new WayBack(station.bench, rotating);
        rotation = rotating.start(
                        station.ada(),
                        new RotateOrder(Station.KEY.text(), "old", Optional.empty(), false),
                        new HandOver() {
                            @Override
                            public String to() {
                                return "nowhere";
                            }

                            @Override
                            public void give(Secret value) {
                                // Nobody keeps it here.
                            }
                        })
                .orThrow()
                .id();
    }

    @Test
    void theLedgerNamesWhoActs() throws InterruptedException {
        wayBack.back(bo(), rotation, Optional.empty()).orThrow();

        assertThat(station.ledger())
                .filteredOn(entry -> entry.event().type().equals(RotationBook.TYPE))
                .extracting(entry ->
                        entry.event().actor() + " " + entry.event().details().get("stage"))
                .containsExactly(
                        "ada making",
                        "ada made",
                        "ada handing",
                        "ada handed",
                        "bo discarding",
                        "bo discarding",
                        "bo discarded");
        assertThat(rotating.all().getFirst().officer()).isEqualTo("ada");
    }

    @Test
    void theNewOneStaysWhereTheOldOneDoesNotWork() throws InterruptedException {
        station.source.act(new Action("aws.delete-access-key", false), Station.KEY);

        Outcome<Rotation> back = wayBack.back(bo(), rotation, Optional.empty());

        assertRefused(back, Refusal.OLD_ONE_FAILS);
        assertThat(station.source.working())
                .containsExactly(rotating.all().getFirst().fresh().orElseThrow());
    }

    private OfficerKey bo() {
        return station.keys.unlock("bo", Station.passphrase());
    }
}
