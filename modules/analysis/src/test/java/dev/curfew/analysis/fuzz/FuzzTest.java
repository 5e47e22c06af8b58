package dev.curfew.analysis.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.testbed.fuzz.Fuzzing;
import dev.curfew.testbed.fuzz.Seeds;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Coverage-guided fuzzing of what reads policies and cases.
class FuzzTest {
    private static final int SECONDS = 15;

    @TempDir
    Path folder;

    @Test
    void nothingMakesAParserFailHangOrFillTheMemory() throws Exception {
        int inputs = new Fuzzing(ParserFuzz.class, "dev.curfew.analysis.**", SECONDS)
                .run(folder, Seeds.of(ParserFuzz.class));

        assertThat(inputs).isGreaterThan(SECONDS * 10);
    }

    @Test
    void everySeedIsWhatItsParserReads() throws Exception {
        for (byte[] seed : Seeds.of(ParserFuzz.class)) {
            assertThat(ParserFuzz.isTaken(seed)).as(new String(seed, UTF_8)).isTrue();
        }
    }
}
