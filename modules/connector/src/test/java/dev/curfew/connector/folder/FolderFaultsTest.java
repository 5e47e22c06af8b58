package dev.curfew.connector.folder;

import static dev.curfew.connector.folder.FolderFixture.coverage;
import static dev.curfew.connector.folder.FolderFixture.credentials;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.connector.folder.walk.Walk;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.SourceException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// A file that cannot be read is named; everything else is read; nothing is invented, and nothing quoted.
class FolderFaultsTest {
    private static final String CANARY = "Vd7-quiet-harbour";
    private static final String BROKEN_CERTIFICATE =
            "-----BEGIN CERTIFICATE-----\nMIIB" + "A".repeat(60) + "\n-----END CERTIFICATE-----\n";

    /// @param scope in which it is said
    /// @param detail a part of what is said
    private record Fault(String name, Consumer<FolderFixture> lay, String scope, CoverageState state, String detail) {}

    private static final List<Fault> FAULTS = List.of(
            fault(
                    "a certificate that is none",
                    "bad.pem",
                    BROKEN_CERTIFICATE,
                    "certificates",
                    "bad.pem: it is no X.509"),
            fault(
                    "what is no Base64",
                    "bad.pem",
                    "-----BEGIN CERTIFICATE-----\n=\n-----END CERTIFICATE-----\n",
                    "certificates",
                    "bad.pem: "),
            fault(
                    "JSON that ends in the middle",
                    ".mcp.json",
                    "{\"mcpServers\": {\"a\": {\"env\": {\"X_TOKEN\": \"" + CANARY + "\"",
                    "agents",
                    ".mcp.json: line 1, column"),
            fault(
                    "front matter that is no YAML",
                    ".claude/agents/a.md",
                    "---\nname: [a\ntoken: " + CANARY + "\n---\n",
                    "agents",
                    ".claude/agents/a.md: line "),
            fault(
                    "an agent without front matter",
                    ".claude/agents/a.md",
                    "You are " + CANARY,
                    "agents",
                    ".claude/agents/a.md: line 1, column 1, at $: front matter between two lines of --- is missing"),
            new Fault(
                    "a file that is too large",
                    folder -> sparse(folder.root().resolve("dump.sql"), Walk.FILE_BYTES_MAX + 1L),
                    "files",
                    CoverageState.PARTIAL,
                    "dump.sql: it is larger than 16 MiB"),
            new Fault(
                    "a binary file",
                    folder -> sparse(folder.root().resolve("image.bin"), 100),
                    "files",
                    CoverageState.READ,
                    "1 binary files were not searched"),
            new Fault(
                    "a folder that is left out",
                    folder -> folder.file("node_modules/x/.env", "A_TOKEN=" + CANARY + "\n"),
                    "files",
                    CoverageState.READ,
                    "not entered: node_modules"),
            new Fault(
                    "a link out of the folder",
                    folder -> link(
                            folder.root().resolve("out"),
                            new FolderFixture(folder.root()).file("../outside/.env", "A_TOKEN=" + CANARY)),
                    "files",
                    CoverageState.READ,
                    "1 links were not followed"),
            new Fault(
                    "a link to the folder itself",
                    folder -> link(folder.root().resolve("again"), folder.root()),
                    "files",
                    CoverageState.READ,
                    "1 links were not followed"));

    @TempDir
    private Path root;

    private static Fault fault(String name, String path, String text, String scope, String detail) {
        return new Fault(name, folder -> folder.file(path, text), scope, CoverageState.PARTIAL, detail);
    }

    private static void sparse(Path file, long length) {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void link(Path from, Path to) {
        try {
            Files.createSymbolicLink(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    List<DynamicTest> aFaultIsNamedAndTheRestIsRead() {
        return FAULTS.stream()
                .map(fault -> DynamicTest.dynamicTest(fault.name(), () -> {
                    FolderFixture folder = new FolderFixture(
                            Files.createDirectory(root.resolve(String.valueOf(FAULTS.indexOf(fault)))));
                    folder.file("good/.env", "GOOD_TOKEN=Qm4-other-harbour\n");
                    fault.lay().accept(folder);

                    Observation read = folder.read();

                    Coverage said = coverage(read, fault.scope());
                    assertThat(said.state()).isEqualTo(fault.state());
                    assertThat(said.detail()).contains(fault.detail());
                    assertThat(credentials(read, "folder.secret"))
                            .extracting(it -> it.attributes().get("places"))
                            .containsExactly("good/.env:1");
                    assertThat(read.toString()).doesNotContain(CANARY);
                }))
                .toList();
    }

    @Test
    void aFolderThatIsNotThereChangesNothing() {
        FolderFixture folder = new FolderFixture(root.resolve("nowhere"));

        assertThatThrownBy(folder::read)
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("nowhere could not be read");
    }

    @Test
    void readingCanBeCancelled() {
        FolderFixture folder = new FolderFixture(root);
        folder.file("a.env", "A_TOKEN=Qm4-other-harbour\n");
        Thread.currentThread().interrupt();

        assertThatThrownBy(folder::read).isInstanceOf(InterruptedException.class);
    }

    /// What is damaged in every other byte is still a file like another: it is read or named, and never ends the
    /// reading.
    @Test
    void damagedFilesEndNoReading() throws Exception {
        FolderFixture folder = new FolderFixture(root);
        Path made = Files.createDirectory(root.resolve("made"));
        FolderFixture.run(
                made,
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-subj",
                "/CN=x",
                "-keyout",
                "key.pem",
                "-out",
                "cert.pem");
        FolderFixture.run(made, "openssl", "x509", "-in", "cert.pem", "-outform", "DER", "-out", "cert.der");
        FolderFixture.run(
                made,
                "openssl",
                "pkcs12",
                "-export",
                "-in",
                "cert.pem",
                "-inkey",
                "key.pem",
                "-passout",
                "pass:" + CANARY,
                "-out",
                "all.p12");
        folder.passwords(CANARY);
        Random random = new Random(7);
        for (String name : List.of("cert.der", "all.p12", "cert.pem", "key.pem")) {
            byte[] whole = Files.readAllBytes(made.resolve(name));
            for (int i = 0; i < 60; i++) {
                byte[] damaged = whole.clone();
                for (int flips = 0; flips <= i % 4; flips++) {
                    damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                }
                Files.write(root.resolve(i + "-" + name), damaged);
            }
        }

        Observation read = folder.read();

        assertThat(coverage(read, "certificates").state()).isEqualTo(CoverageState.PARTIAL);
        assertThat(read.toString()).doesNotContain(CANARY);
    }
}
