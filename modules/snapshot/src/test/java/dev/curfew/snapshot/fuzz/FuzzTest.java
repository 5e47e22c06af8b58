package dev.curfew.snapshot.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.snapshot.export.PortableExport;
import dev.curfew.snapshot.export.TestSigner;
import dev.curfew.snapshot.export.manifest.Manifest;
import dev.curfew.snapshot.json.RecordJson;
import dev.curfew.snapshot.testing.Facts;
import dev.curfew.snapshot.testing.Saved;
import dev.curfew.snapshot.testing.TestClock;
import dev.curfew.snapshot.testing.Workspaces;
import dev.curfew.snapshot.workspace.Workspace;
import dev.curfew.testbed.fuzz.Fuzzing;
import dev.curfew.testbed.fuzz.Seeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Coverage-guided fuzzing of what reads exports.
class FuzzTest {
    @TempDir
    Path folder;

    @Test
    void nothingMakesAParserFailHangOrFillTheMemory() throws Exception {
        List<byte[]> seeds = seeds();
        for (byte[] seed : seeds) {
            assertThat(ParserFuzz.isTaken(seed))
                    .as(new String(seed, StandardCharsets.UTF_8))
                    .isTrue();
        }

        int inputs = new Fuzzing(ParserFuzz.class, "dev.curfew.snapshot.**", 5).run(folder, seeds);

        assertThat(inputs).isGreaterThanOrEqualTo(seeds.size());
    }

    /// A whole export, and one of each record.
    private List<byte[]> seeds() throws GeneralSecurityException, IOException {
        TestClock clock = new TestClock(Facts.THEN);
        Path file = folder.resolve("estate.zip");
        List<Object> records = new ArrayList<>(Facts.ofEveryKind());
        records.addAll(List.of(Facts.read("users"), Saved.ADA, Saved.REQUEST, Saved.APPROVAL, Saved.OPEN, Saved.ENDED));
        records.add(Saved.PLAN);
        records.addAll(Saved.STEPS);
        records.addAll(Saved.ATTEMPTS);
        records.addAll(Saved.PROOFS);
        try (Workspace workspace = new Workspaces(folder, clock).create("w")) {
            Manifest manifest = new PortableExport(clock).write(workspace, file, new TestSigner(), List.of());
            records.add(manifest);
        }
        RecordJson json = new RecordJson();
        List<byte[]> seeds = new ArrayList<>(List.of(Seeds.of(ParserFuzz.ZIP, Files.readAllBytes(file))));
        records.forEach(record -> seeds.add(Seeds.of(
                ParserFuzz.letter(record.getClass()), json.write(record).getBytes(StandardCharsets.UTF_8))));
        return seeds;
    }
}
