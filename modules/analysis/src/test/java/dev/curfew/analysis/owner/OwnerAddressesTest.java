package dev.curfew.analysis.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.people.Person;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnerAddressesTest {
    private static final SourceName LIST = new SourceName("hr");

    private final SnapshotBuilder snapshot = new SnapshotBuilder();

    private void person(String key, List<String> emails, String user, String team, @Nullable Instant left) {
        snapshot.add(new Person(key, "", emails, List.of(user), List.of(), team, left)
                .fact(LIST, new Provenance("people", "row", "{}")));
    }

    private Map<String, String> addresses(String... owners) {
        snapshot.cover(List.of(new Coverage(LIST, "people", CoverageState.READ, "", 1, Estate.NOW)));
        Snapshot recorded = snapshot.build(1, Estate.NOW);
        return OwnerAddresses.of(recorded, List.of(owners), Estate.NOW);
    }

    @Test
    void theFirstAddressOfTheOnePersonWhomANameStandsFor() {
        person("1", List.of("grace@example.org", "g.hopper@example.org"), "grace", "payments", null);
        person("2", List.of("ada@example.org"), "ada", "payments", Estate.NOW.minusSeconds(60));
        person("3", List.of(), "cy", "", null);
        person("4", List.of("bo@example.org"), "twin", "", null);
        person("5", List.of("bob@example.org"), "twin", "", null);
        assertThat(addresses("@grace", "G.Hopper@example.org", "ada", "cy", "twin", "payments", "mallory@evil.example"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("@grace", "grace@example.org", "G.Hopper@example.org", "grace@example.org"));
    }
}
