package dev.curfew.snapshot.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.text.Sha256;
import dev.curfew.snapshot.export.ExportException.Kind;
import dev.curfew.snapshot.export.manifest.Manifest;
import dev.curfew.snapshot.export.manifest.ManifestFile;
import dev.curfew.snapshot.export.manifest.ManifestSignature;
import dev.curfew.snapshot.testing.Facts;
import dev.curfew.snapshot.testing.Saved;
import dev.curfew.snapshot.testing.TestClock;
import dev.curfew.snapshot.testing.Workspaces;
import dev.curfew.snapshot.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is not an export, or no longer, or meant to harm: refused in words, with nothing left behind.
class HostileExportTest {
    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-11-22T01:02:03Z"));
    private PortableExport export = new PortableExport(clock);
    private Workspaces workspaces;
    private TestSigner signer;
    private Path file;
    private Manifest manifest;

    @BeforeEach
    void writeExport() throws GeneralSecurityException {
        workspaces = new Workspaces(folder, clock);
        signer = new TestSigner();
        file = folder.resolve("estate.zip");
        try (Workspace workspace = workspaces.create("w")) {
            Workspaces.run(workspace, transaction -> {
                transaction.record(Facts.observation(Facts.ofEveryKind(), Facts.read("users")));
                transaction.officers().save(Saved.ADA);
            });
            manifest = export.write(workspace, file, signer, List.of());
        }
    }

    @Test
    void aFileThatIsNoZipOrNoWholeOneIsNoExport() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 10, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            refused(Kind.NOT_AN_EXPORT, "not a whole zip file");
        }
        Files.writeString(file, "{\"UserDetailList\":[]}");
        refused(Kind.NOT_AN_EXPORT, "not a whole zip file");
    }

    @Test
    void aZipOfSomethingElseIsNoExport() throws IOException {
        TestZip.write(file, Map.of("identities.jsonl", ""));
        refused(Kind.NOT_AN_EXPORT, "it has no manifest");

        for (String other :
                List.of("", "{}", "[1]", "{\"format\":\"other\"}", "{\"format\":\"curfew-export\",\"version\":1}")) {
            TestZip.write(file, Map.of("manifest.json", other));
            refused(Kind.NOT_AN_EXPORT, "its manifest cannot be read");
        }
    }

    @Test
    void aFileThatIsNotThereIsUnreadable() throws IOException {
        Files.delete(file);

        refused(Kind.INACCESSIBLE, "could not be read");
    }

    @Test
    void aNewerFormatIsNamed() throws IOException {
        TestZip.write(file, Map.of("manifest.json", "{\"format\":\"curfew-export\",\"version\":2,\"new\":1}"));

        refused(Kind.NEWER_VERSION, "format 2; this one knows 1");
    }

    @Test
    void aManifestThatWasChangedDoesNotFitItsSignature() throws IOException {
        change("manifest.json", text -> text.replace("\"snapshotNumber\":1", "\"snapshotNumber\":2"));

        refused(Kind.SIGNATURE, "changed after it was signed");
    }

    @Test
    void aSignatureByAnotherKeyDoesNotFit() throws Exception {
        String other = new TestSigner().publicKey();
        change("manifest.json", text -> text.replace(manifest.publicKey(), other));

        refused(Kind.SIGNATURE, "changed after it was signed");
    }

    @Test
    void aSignatureThatIsNoneDoesNotFit() throws IOException {
        change("manifest.json", text -> text.replace(manifest.signature(), "!"));

        refused(Kind.SIGNATURE, "changed after it was signed");
    }

    @Test
    void aChangedFileIsNamed() throws IOException {
        change("officers.jsonl", text -> text.replace("Ada", "Eve"));

        refused(Kind.CHECKSUM, "officers.jsonl is not as its manifest says");
    }

    @Test
    void aLongerFileIsNamedWithoutReadingItsEnd() throws IOException {
        change("officers.jsonl", text -> text + "0".repeat(5_000_000));

        refused(Kind.CHECKSUM, "officers.jsonl is not as its manifest says");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Map<String, String> entries = TestZip.read(file);
        entries.remove("proofs.jsonl");
        TestZip.write(file, entries);

        refused(Kind.MISSING_FILE, "lacks proofs.jsonl");
    }

    @Test
    void aManifestThatDoesNotListAllOfAnExportIsNotEnough() throws IOException {
        sign(
                TestZip.read(file),
                files -> files.stream()
                        .filter(one -> !one.name().equals("proofs.jsonl"))
                        .toList());

        refused(Kind.MISSING_FILE, "lacks proofs.jsonl");
    }

    @Test
    void anUnlistedFileIsNamed() throws IOException {
        Map<String, String> entries = TestZip.read(file);
        entries.put("ledger/extra.jsonl", "");
        TestZip.write(file, entries);

        refused(Kind.UNEXPECTED_FILE, "holds ledger/extra.jsonl");
    }

    @Test
    void aNameThatLeadsOutOfTheExportIsRefused() throws IOException {
        for (String name : List.of("../evil", "/etc/passwd", "a\\b", "ledger/../x", "C:/x", "ledger/", "UPPER", "")) {
            Map<String, String> entries = TestZip.read(file);
            entries.remove(name);
            entries.put(name, "");
            TestZip.write(folder.resolve("evil.zip"), entries);

            assertThatThrownBy(() -> export.verify(folder.resolve("evil.zip")))
                    .as(name)
                    .isInstanceOfSatisfying(
                            ExportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNEXPECTED_FILE));
        }
    }

    @Test
    void tooManyEntriesAreRefused() throws IOException {
        Map<String, String> entries = TestZip.read(file);
        for (int i = 0; i < 64; i++) {
            entries.put("ledger/e" + i, "");
        }
        TestZip.write(file, entries);

        refused(Kind.TOO_LARGE, "larger than an export may be");
    }

    @Test
    void moreBytesThanTheLimitAreRefusedBeforeTheyAreUnpacked() throws IOException {
        export = new PortableExport(clock, new Limits(64, 10_000, 1_000_000));
        Map<String, String> entries = TestZip.read(file);
        entries.put("proofs.jsonl", " ".repeat(20_000));
        sign(entries, UnaryOperator.identity());

        refused(Kind.TOO_LARGE, "larger than an export may be");
    }

    @Test
    void aManifestWithoutEndIsRefused() throws IOException {
        change("manifest.json", text -> text + " ".repeat(100_000));

        refused(Kind.TOO_LARGE, "larger than an export may be");
    }

    @Test
    void aBadLineIsNamedWithItsNumber() throws IOException {
        badLine("{\"name\":\"x\"}", "officers.jsonl, line 2: not a Officer, column");
        badLine("nonsense", "officers.jsonl, line 2");
        badLine("", "officers.jsonl, line 2");
        badLine(
                "{\"addedAt\":\"2026-11-22T00:00:00Z\",\"displayName\":null,\"name\":\"bo\",\"publicKey\":\"\"}",
                "officers.jsonl, line 2");
        badLine(
                "{\"addedAt\":\"yesterday\",\"displayName\":\"\",\"name\":\"bo\",\"publicKey\":\"\"}",
                "officers.jsonl, line 2");
    }

    private void badLine(String line, String words) throws IOException {
        Map<String, String> entries = TestZip.read(file);
        entries.computeIfPresent(
                "officers.jsonl", (_, text) -> text.lines().findFirst().orElseThrow() + "\n" + line + "\n");
        sign(entries, UnaryOperator.identity());
        refused(Kind.BAD_CONTENT, words);
    }

    @Test
    void aLineThatDoesNotEndIsNamed() throws IOException {
        Map<String, String> entries = TestZip.read(file);
        entries.computeIfPresent("officers.jsonl", (_, text) -> text.strip());
        sign(entries, UnaryOperator.identity());

        refused(Kind.BAD_CONTENT, "officers.jsonl, line 1: it does not end");
    }

    @Test
    void aLineLongerThanARowMayBeIsNamed() throws IOException {
        export = new PortableExport(clock, new Limits(64, 1L << 30, 100));

        refused(Kind.BAD_CONTENT, "line 1: it has more than 100 characters");
    }

    @Test
    void aSnapshotThatItsSourcesCannotAddUpToIsRefused() throws IOException {
        Map<String, String> entries = TestZip.read(file);
        entries.put("coverage.jsonl", "");
        sign(entries, UnaryOperator.identity());

        refused(Kind.BAD_CONTENT, "do not fit together");
    }

    private void change(String name, UnaryOperator<String> change) throws IOException {
        Map<String, String> entries = TestZip.read(file);
        String before = entries.get(name);
        entries.put(name, change.apply(before));
        assertThat(entries.get(name)).isNotEqualTo(before);
        TestZip.write(file, entries);
    }

    /// A manifest that fits what the zip holds, properly signed: by someone who means harm.
    private void sign(Map<String, String> entries, UnaryOperator<List<ManifestFile>> files) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(entries);
        all.remove("manifest.json");
        List<ManifestFile> listed = all.entrySet().stream()
                .map(one -> new ManifestFile(
                        one.getKey(),
                        one.getValue().getBytes(StandardCharsets.UTF_8).length,
                        one.getValue().chars().filter(c -> c == '\n').count(),
                        Sha256.hex(one.getValue())))
                .toList();
        Manifest forged = new Manifest(
                manifest.format(),
                manifest.version(),
                manifest.createdAt(),
                manifest.workspace(),
                manifest.snapshotNumber(),
                manifest.snapshotTakenAt(),
                files.apply(listed),
                signer.publicKey(),
                "");
        byte[] signed = ManifestSignature.sign(forged, signer).bytes();
        all.put("manifest.json", new String(signed, StandardCharsets.UTF_8));
        TestZip.write(file, all);
    }

    private void refused(Kind kind, String words) {
        assertThatThrownBy(() -> export.open(file, folder.resolve("opened"), workspaces.key(), PartReader.NONE))
                .isInstanceOfSatisfying(
                        ExportException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageContaining(words);
        assertThat(folder.resolve("opened")).doesNotExist();
    }
}
