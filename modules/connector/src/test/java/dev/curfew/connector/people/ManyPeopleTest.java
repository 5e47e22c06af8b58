package dev.curfew.connector.people;

import static dev.curfew.connector.people.PeopleFixture.coverage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connector.csv.CsvFile;
import dev.curfew.connector.csv.Wrong;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A list as long as there are.
class ManyPeopleTest {
    private static final int MANY = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void aMillionRowsAreReadOneByOneAndThoseBeyondAreTold() throws Exception {
        Path file = write(MANY + 1);
        AtomicLong rows = new AtomicLong();

        Wrong wrong = CsvFile.read(file.toUri(), ',', Map.of("email", "mail"), Progress.SILENT, row -> {
            row.needed("email");
            rows.incrementAndGet();
        });

        assertThat(rows).hasValue(MANY);
        assertThat(wrong.count()).isEqualTo(1);
    }

    @Test
    void peopleOfALongListAreAllThere() throws Exception {
        write(20_000);

        Observation read =
                new PeopleFixture(folder).with("email-column", "mail").read();

        assertThat(read.facts()).hasSize(20_000);
        assertThat(coverage(read).state()).isEqualTo(CoverageState.READ);
        assertThat(coverage(read).items()).isEqualTo(20_000);
    }

    private Path write(int rows) throws IOException {
        Path file = folder.resolve("staff.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("mail,name\n");
            for (int i = 0; i < rows; i++) {
                writer.write("p" + i + "@example.org,\"Person, number " + i + "\"\n");
            }
        }
        return file;
    }
}
