package dev.curfew.connector.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connector.aws.NoSecrets;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.people.Spread;
import dev.curfew.model.people.Waits;
import dev.curfew.model.port.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketsConnectorTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final Instant ASKED = Instant.parse("2026-11-02T09:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void waitingTimesAreMeasuredOverAllByTeamByRoleAndByBoth() throws Exception {
        Observation read = read("""
                Key,Created,Resolved,Team,Role
                A-1,2026-11-02 10:00,2026-11-02 11:00,data,dba
                A-2,2026-11-02 10:00,2026-11-02 13:00,data,reader
                A-3,2026-11-02T10:00:00,2026-11-03T10:00:00,web,dba
                A-4,2026-11-04 10:00,,web,dba
                """);

        assertThat(waits(read))
                .containsExactlyInAnyOrder(
                        waits("", "", 4, 3, 2, hours(3, 24, 24)),
                        waits("data", "", 2, 2, 0, hours(1, 3, 3)),
                        waits("web", "", 2, 1, 2, hours(24, 24, 24)),
                        waits("", "dba", 3, 2, 2, hours(1, 24, 24)),
                        waits("", "reader", 1, 1, 0, hours(3, 3, 3)),
                        waits("data", "dba", 1, 1, 0, hours(1, 1, 1)),
                        waits("data", "reader", 1, 1, 0, hours(3, 3, 3)),
                        waits("web", "dba", 2, 1, 2, hours(24, 24, 24)));
        assertThat(read.coverage().getFirst().items()).isEqualTo(4);
    }

    private static Waits waits(String team, String role, long asked, long decided, int lastDay, Spread spread) {
        return new Waits(team, role, asked, decided, ASKED, ASKED.plus(Duration.ofDays(lastDay)), spread);
    }

    private static Spread hours(int median, int ninetieth, int longest) {
        return new Spread(Duration.ofHours(median), Duration.ofHours(ninetieth), Duration.ofHours(longest));
    }

    @Test
    void whatIsOpenHasNoTime() throws Exception {
        assertThat(waits(read("Key,Created,Resolved,Team,Role\nA-1,2026-11-02 10:00,,,\n")))
                .containsExactly(new Waits("", "", 1, 0, ASKED, ASKED, null));
    }

    @Test
    void wrongRowsAreToldAndNotMeasured() throws Exception {
        Observation read = read("""
                Key,Created,Resolved,Team,Role
                A-1,2026-11-02 10:00,2026-11-02 11:00,data,dba
                A-1,2026-11-02 10:00,2026-11-02 12:00,data,dba
                A-2,2026-11-02 10:00,2026-11-02 09:59,data,dba
                A-3,2026-11-02,2026-11-03,data,dba
                ,2026-11-02 10:00,,data,dba
                """);

        assertThat(waits(read)).allSatisfy(it -> assertThat(it.asked()).isEqualTo(1));
        assertThat(read.coverage().getFirst().state()).isEqualTo(CoverageState.PARTIAL);
        assertThat(read.coverage().getFirst().detail())
                .contains("line 3, column 1 (Key): expected each ticket once")
                .contains("line 4, column 3 (Resolved): expected a time after the one of asking")
                .contains("line 5, column 2 (Created): expected a time as 2026-11-29 14:05")
                .contains("line 6, column 1 (Key): expected something");
    }

    @Test
    void medianAndNinetiethAreThoseOfThePlainDefinition() throws Exception {
        long[] minutes = new Random(7).longs(997, 0, 100_000).toArray();
        StringBuilder text = new StringBuilder("Key,Created,Resolved,Team,Role\n");
        for (int i = 0; i < minutes.length; i++) {
            text.append("A-%d,%s,%s,,\n".formatted(i, ASKED, ASKED.plus(Duration.ofMinutes(minutes[i]))));
        }

        Spread spread =
                Objects.requireNonNull(waits(read(text.toString())).getFirst().spread());

        assertThat(noLonger(minutes, spread.median())).isGreaterThanOrEqualTo(minutes.length * 0.5);
        assertThat(noLonger(minutes, spread.median().minusSeconds(1))).isLessThan(minutes.length * 0.5);
        assertThat(noLonger(minutes, spread.ninetieth())).isGreaterThanOrEqualTo(minutes.length * 0.9);
        assertThat(noLonger(minutes, spread.ninetieth().minusSeconds(1))).isLessThan(minutes.length * 0.9);
    }

    private static double noLonger(long[] minutes, Duration than) {
        return LongStream.of(minutes)
                .filter(it -> Duration.ofMinutes(it).compareTo(than) <= 0)
                .count();
    }

    private static List<Waits> waits(Observation read) {
        return read.facts().stream()
                .map(Resource.class::cast)
                .map(fact -> Waits.of(fact).orElseThrow())
                .toList();
    }

    private Observation read(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("tickets.csv"), text);
        Map<String, String> settings = new TreeMap<>(Map.of(
                "id-column", "Key",
                "asked-column", "Created",
                "decided-column", "Resolved",
                "team-column", "Team",
                "role-column", "Role",
                "zone", "Europe/Berlin"));
        Connection connection = new Connection(
                new SourceName("jira"), "tickets", file.toUri(), false, NOW, TicketsConnector.KIND.complete(settings));
        return new TicketsConnector(InstantSource.fixed(NOW))
                .observer(connection, new NoSecrets())
                .observe(Progress.SILENT);
    }
}
