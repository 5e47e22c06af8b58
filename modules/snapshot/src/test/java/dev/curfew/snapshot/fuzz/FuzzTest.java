package dev.curfew.snapshot.fuzz;

import dev.curfew.snapshot.export.PortableExport;
import dev.curfew.snapshot.export.TestSigner;
import dev.curfew.snapshot.export.manifest.Manifest;
import dev.curfew.snapshot.json.RecordJson;
import dev.curfew.snapshot.testing.Facts;
import dev.curfew.snapshot.testing.Saved;
import dev.curfew.snapshot.testing.TestClock;
import dev.curfew.snapshot.testing.Workspaces;
import dev.curfew.snapshot.workspace.Workspace;
import dev.curfew.testbed.fuzz.FuzzedParsers;
import dev.curfew.testbed.fuzz.Fuzzing;
import dev.curfew.testbed.fuzz.Parsers;
import dev.curfew.testbed.fuzz.Seeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/// Coverage-guided fuzzing of what reads exports.
class FuzzTest implements FuzzedParsers {
    @Override
    public Fuzzing fuzzing() {
        return new Fuzzing(ParserFuzz.class, "dev.curfew.snapshot.**", 5);
    }

    @Override
    public Parsers parsers() {
        return ParserFuzz.PARSERS;
    }

    /// A whole export, and one of each record.
    @Override
    public List<byte[]> seeds(Path folder) throws GeneralSecurityException, IOException {
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
