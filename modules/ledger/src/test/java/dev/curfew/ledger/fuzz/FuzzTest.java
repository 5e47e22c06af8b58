package dev.curfew.ledger.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.testbed.fuzz.Fuzzing;
import dev.curfew.testbed.fuzz.Seeds;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Coverage-guided fuzzing of what reads checkpoints and logs of others.
class FuzzTest {
    @TempDir
    Path folder;

    @Test
    void nothingMakesAParserFailHangOrFillTheMemory() throws Exception {
        List<byte[]> seeds = Seeds.of(ParserFuzz.class);

        int inputs = new Fuzzing(ParserFuzz.class, "dev.curfew.ledger.**", 5).run(folder, seeds);

        assertThat(inputs).isGreaterThanOrEqualTo(seeds.size());
    }

    @Test
    void everySeedIsWhatItsParserReads() throws Exception {
        for (byte[] seed : Seeds.of(ParserFuzz.class)) {
            assertThat(ParserFuzz.isTaken(seed)).as(new String(seed, UTF_8)).isTrue();
        }
    }
}
