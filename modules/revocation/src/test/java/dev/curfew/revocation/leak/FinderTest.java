package dev.curfew.revocation.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.SourceName;
import dev.curfew.revocation.Station;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sources of which no credential was read.
class FinderTest {
    private static final SourceName FILE = new SourceName("exported");
    private static final List<SourceName> CONNECTED = List.of(Station.AWS, FILE);

    private final Station station;
    private final Finder finder;

    FinderTest(@TempDir Path folder) {
        station = new Station(folder);
        finder = new Finder(station.target);
    }

    private Whose whose(List<Credential> among) throws InterruptedException {
        try (Secret value = Secret.of(Station.VALUE)) {
            return finder.find(CONNECTED, among, value);
        }
    }

    @Test
    void areSaidNotToHaveTold() throws InterruptedException {
        Whose whose = whose(List.of());

        assertThat(whose.credentials()).isEmpty();
        assertThat(whose.unasked())
                .containsExactly(
                        "No credential of aws was read, and it does not tell by the value alone whose it is.",
                        "exported was not asked: Curfew cannot try credentials there.");
    }

    @Test
    void areNoNewsOfWhatIsAnothers() throws InterruptedException {
        Whose whose = whose(List.of(Station.key(Station.KEY, Station.CI)));

        assertThat(whose).isEqualTo(new Whose(List.of(Station.KEY), List.of(), List.of()));
    }
}
