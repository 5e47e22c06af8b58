package dev.curfew.testbed.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds of every module's parsers. A module's test says which they are.
public interface FuzzedParsers {
    /// Of the class whose parsers they are.
    Fuzzing fuzzing();

    Parsers parsers();

    /// What it begins with.
    ///
    /// @param folder for files that seeds are made of
    default List<byte[]> seeds(Path folder) throws Exception {
        return Seeds.of(fuzzing().target());
    }

    /// How many inputs are tried at least.
    default int inputsMin(int seeds) {
        return seeds;
    }

    @Test
    default void nothingMakesAParserFailHangOrFillTheMemory(@TempDir Path folder) throws Exception {
        List<byte[]> seeds = seeds(folder);

        int inputs = fuzzing().run(folder, seeds);

        assertTrue(inputs >= inputsMin(seeds.size()), inputs + " inputs");
    }

    @Test
    default void everySeedIsWhatItsParserReads(@TempDir Path folder) throws Exception {
        for (byte[] seed : seeds(folder)) {
            assertTrue(parsers().read(seed), new String(seed, StandardCharsets.UTF_8));
        }
    }
}
