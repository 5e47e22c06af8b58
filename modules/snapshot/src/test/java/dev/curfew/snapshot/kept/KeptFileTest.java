package dev.curfew.snapshot.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFileTest {
    private static final byte[] KEY = new byte[32];
    private static final byte[] FROM = {1, 2, 3};

    @TempDir
    private Path folder;

    private Path file;
    private KeptFile kept;

    @BeforeEach
    void open() {
        file = folder.resolve("kept");
        kept = new KeptFile(file, KEY, "w");
    }

    @Test
    void whatWasWrittenIsReadHoweverWellItPacks() throws IOException {
        assertThat(kept.read(1, FROM)).isEmpty();
        byte[] random = new byte[300_000];
        new Random(1).nextBytes(random);
        for (byte[] content : new byte[][] {{}, {7}, new byte[1_000_000], random}) {
            kept.write(1, FROM, content);
            assertThat(kept.read(1, FROM))
                    .hasValueSatisfying(read -> assertThat(read).isEqualTo(content));
        }
    }

    @Test
    void ofAnythingElseItIsNotThere() throws IOException {
        kept.write(1, FROM, new byte[100]);
        byte[] otherKey = KEY.clone();
        otherKey[0] = 1;

        assertThat(kept.read(1, new byte[] {1, 2, 4})).isEmpty();
        assertThat(kept.read(2, FROM)).isEmpty();
        assertThat(new KeptFile(file, KEY, "v").read(1, FROM)).isEmpty();
        assertThat(new KeptFile(file, otherKey, "w").read(1, FROM)).isEmpty();
    }

    @Test
    void theFileSaysOfWhatItWasMade() throws IOException {
        assertThat(kept.number()).isEmpty();
        kept.write(7, FROM, new byte[100]);
        assertThat(kept.number()).hasValue(7);

        Files.write(file, new byte[3]);
        assertThat(kept.number()).isEmpty();
    }

    @Test
    void changedOrCutOffItIsNotThere() throws IOException {
        kept.write(1, FROM, "some text that was worked out".repeat(10).getBytes(StandardCharsets.UTF_8));
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            Files.write(file, changed);
            assertThat(kept.read(1, FROM)).as("byte %d", i).isEmpty();
            Files.write(file, Arrays.copyOf(whole, i));
            assertThat(kept.read(1, FROM)).as("%d bytes", i).isEmpty();
        }
    }
}
