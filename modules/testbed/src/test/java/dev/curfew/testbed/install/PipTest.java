package dev.curfew.testbed.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.text.Sha256;
import dev.curfew.testbed.RealServer;
import dev.curfew.testbed.TestbedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The machine's own Python and pip, on a wheel made here: no registry is asked.
@RealServer
class PipTest {
    @TempDir
    Path folder;

    @Test
    void aWheelWithItsHashIsInstalled() throws IOException {
        Path wheel = wheel();
        Requirements pinned = pinned(HexFormat.of().formatHex(Sha256.of(Files.readAllBytes(wheel))));
        assertThat(Cache.of(folder.resolve("cache")).file(pinned, Path.of("tiny.py")))
                .hasContent("x = 1");
    }

    @Test
    void aWheelWithAnotherHashIsNot() throws IOException {
        wheel();
        assertThatThrownBy(() -> Cache.of(folder.resolve("cache")).environment(pinned("0".repeat(64))))
                .isInstanceOf(TestbedException.class)
                .hasMessageContaining("DO NOT MATCH THE HASHES");
    }

    private Requirements pinned(String hash) {
        return new Requirements(
                "tiny", "tiny", "--no-index\n--find-links %s\ntiny==1.0 --hash=sha256:%s\n".formatted(folder, hash));
    }

    private Path wheel() throws IOException {
        Path wheel = folder.resolve("tiny-1.0-py3-none-any.whl");
        Map<String, String> files = Map.of(
                "tiny.py", "x = 1",
                "tiny-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n",
                "tiny-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
                "tiny-1.0.dist-info/RECORD", "tiny.py,,\n");
        try (OutputStream out = Files.newOutputStream(wheel);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return wheel;
    }
}
