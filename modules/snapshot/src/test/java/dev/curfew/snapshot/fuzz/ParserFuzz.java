package dev.curfew.snapshot.fuzz;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.governance.Approval;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.governance.Window;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.revocation.ProbeAttempt;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.snapshot.export.ExportException;
import dev.curfew.snapshot.export.PortableExport;
import dev.curfew.snapshot.export.manifest.Manifest;
import dev.curfew.snapshot.json.JsonException;
import dev.curfew.snapshot.json.RecordJson;
import dev.curfew.testbed.fuzz.Parsers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// The zip of an export, and each of the records that its lines hold. The fuzzer runs it in a process of its own.
public final class ParserFuzz {
    /// A letter each, from `A` on.
    static final List<Class<?>> RECORDS = List.of(
            Identity.class,
            Credential.class,
            Policy.class,
            Grant.class,
            Membership.class,
            Resource.class,
            Trust.class,
            Coverage.class,
            Officer.class,
            ExceptionRequest.class,
            Approval.class,
            Window.class,
            RevocationPlan.class,
            StepRecord.class,
            ProbeAttempt.class,
            ProofRecord.class,
            Manifest.class);

    static final char ZIP = 'z';

    private static final RecordJson JSON = new RecordJson();
    private static final PortableExport EXPORT = new PortableExport(InstantSource.system());
    private static final Path FILE = file();
    static final Parsers PARSERS = parsers();

    private ParserFuzz() {}

    private static Parsers parsers() {
        Parsers parsers = new Parsers(List.of(ExportException.class, JsonException.class)).bytes(ZIP, input -> {
            Files.write(FILE, input);
            EXPORT.verify(FILE);
        });
        for (Class<?> record : RECORDS) {
            parsers.text(letter(record), line -> again(JSON.read(line, record)));
        }
        return parsers;
    }

    static char letter(Class<?> record) {
        return (char) ('A' + RECORDS.indexOf(record));
    }

    /// What was read can be written, and is the same when it is read again.
    private static void again(Object read) {
        if (!JSON.read(JSON.write(read), read.getClass()).equals(read)) {
            throw new IllegalStateException("another when read again: " + read);
        }
    }

    /// The fuzzer's entry, by this name.
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        PARSERS.read(input);
    }

    private static Path file() {
        try {
            return Files.createTempFile("fuzzed", ".zip");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
