package dev.curfew.app.decision.killed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.revocation.spool.Spooled;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that contains without the ledger is killed (SIGKILL) in the middle, and so is the one that enters it
/// afterwards. Nothing is done that the spool does not announce, and all of it is entered once. `-Dcurfew.kills=` for
/// how
/// often, `-Dcurfew.kills.seed=` for the same again.
class KilledSpoolsTest {
    private static final int KEYS = 12;
    private static final int KILLS = Integer.getInteger("curfew.kills", 4);
    private static final int DELAY_MICROSECONDS_MAX = 20_000;

    @TempDir
    private Path folder;

    @Test
    void whatWasDoneIsAnnouncedAndEnteredOnce() throws Exception {
        long seed = Long.getLong("curfew.kills.seed", System.nanoTime());
        System.out.println("kills: seed " + seed);
        Random random = new Random(seed);
        Station.founded(folder).close();
        List<CredentialId> keys = new ArrayList<>();
        int kills = 0;
        for (int run = 0; run < KILLS; run++) {
            List<CredentialId> mine = given(run, keys);
            List<String> ids = mine.stream().map(CredentialId::text).toList();
            kills += through(random.nextInt(KEYS), random, ids) ? 0 : 1;
            assertAnnounced(keys);
            kills += through(0, random, List.of()) ? 0 : 1;
            assertEnteredOnce();
        }
        assertThat(through(Integer.MAX_VALUE, random, List.of())).isTrue();
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

    /// Whether it came to its end before it was killed.
    ///
    /// @param killAfter so many reports more than the first
    private boolean through(int killAfter, Random random, List<String> ids) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dorg.jboss.logging.provider=slf4j",
                "-classpath",
                System.getProperty("java.class.path"),
                SpoolChild.class.getName(),
                folder.toString()));
        command.addAll(ids);
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader reports = child.inputReader(UTF_8)) {
            for (int i = 0; i <= killAfter; i++) {
                String report = reports.readLine();
                assertThat(report)
                        .as("it stops by itself only when it is through")
                        .isNotNull();
                if (report.equals("through")) {
                    assertThat(child.waitFor()).isZero();
                    return true;
                }
            }
            TimeUnit.MICROSECONDS.sleep(random.nextInt(DELAY_MICROSECONDS_MAX));
            // By its handle: Process.destroyForcibly closes the pipe too.
            child.toHandle().destroyForcibly();
            return child.waitFor() == 0;
        }
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
