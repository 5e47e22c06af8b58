package dev.curfew.app.decision.killed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.revocation.spool.Spooled;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that contains without the ledger is killed (SIGKILL) in the middle, and so is the one that enters it
/// afterwards. Nothing is done that the spool does not announce, and all of it is entered once. `-Dcurfew.kills=500`
/// for many; `-Dcurfew.kills.seed=` for the same again.
class KilledSpoolsTest {
    private static final int KEYS = 12;
    private static final int KILLS = Integer.getInteger("curfew.kills", 4);

    private final Killing killing = Killing.seeded();

    @TempDir
    private Path folder;

    @Test
    void whatWasDoneIsAnnouncedAndEnteredOnce() throws Exception {
        Station.founded(folder).close();
        List<CredentialId> keys = new ArrayList<>();
        int kills = 0;
        for (int run = 0; run < KILLS; run++) {
            List<CredentialId> mine = given(run, keys);
            List<String> ids = mine.stream().map(CredentialId::text).toList();
            kills += through(1 + killing.random().nextInt(KEYS), ids) ? 0 : 1;
            assertAnnounced(keys);
            kills += through(1, List.of()) ? 0 : 1;
            assertEnteredOnce();
        }
        assertThat(through(Killing.NEVER, List.of())).isTrue();
        assertAllEntered();
        System.out.println("kills: " + kills + " in " + KILLS + " containments of " + KEYS + " steps");
        assertThat(kills).isPositive();
    }

    private List<CredentialId> given(int run, List<CredentialId> keys) throws IOException {
        List<CredentialId> mine = IntStream.range(0, KEYS)
                .mapToObj(i -> new CredentialId(DiskTarget.SOURCE, "key-%d-%02d".formatted(run, i)))
                .toList();
        keys.addAll(mine);
        try (Station station = Station.opened(folder)) {
            mine.forEach(station.target()::give);
            station.read(keys);
        }
        return mine;
    }

    /// Has a process contain these, or ratify where there are none.
    ///
    /// @param killAfter so many reports
    private boolean through(int killAfter, List<String> ids) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(folder.toString()));
        arguments.addAll(ids);
        return killing.through(SpoolChild.class, killAfter, arguments);
    }

    /// The spool is ahead of the target, never behind.
    private void assertAnnounced(List<CredentialId> keys) throws IOException {
        try (Station station = Station.opened(folder)) {
            Set<CredentialId> announced = new HashSet<>();
            for (Spooled one : station.spooled()) {
                one.records()
                        .forEach(record -> announced.add(one.plan()
                                .plan()
                                .steps()
                                .get(record.ordinal() - 1)
                                .credential()));
            }
            assertThat(keys)
                    .allSatisfy(key -> assertThat(station.target().isActive(key) || announced.contains(key))
                            .as(key.text())
                            .isTrue());
        }
    }

    private void assertEnteredOnce() throws IOException {
        try (Station station = Station.opened(folder)) {
            for (Spooled one : station.spooled()) {
                List<LedgerEntry> entries = of(station, one);
                assertThat(entries.stream().filter(entry -> entry.event().type().equals("spool.ratified")))
                        .hasSizeLessThanOrEqualTo(1);
                long steps = entries.stream()
                        .filter(entry -> entry.event().type().startsWith("step."))
                        .count();
                boolean ratified =
                        entries.stream().anyMatch(entry -> entry.event().type().equals("spool.ratified"));
                assertThat(steps).as("all of it or nothing").isEqualTo(ratified ? one.entries() : 0);
            }
        }
    }

    private void assertAllEntered() throws IOException {
        try (Station station = Station.opened(folder)) {
            List<Spooled> all = station.spooled();
            assertThat(all)
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(of(station, one).stream()
                                    .filter(entry -> entry.event().type().equals("spool.ratified")))
                            .hasSize(1));
        }
        assertEnteredOnce();
    }

    private static List<LedgerEntry> of(Station station, Spooled one) {
        return station.ledger().stream()
                .filter(entry -> one.id().equals(entry.event().details().get("spool")))
                .toList();
    }
}
