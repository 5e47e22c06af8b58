package dev.curfew.snapshot.export;

import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.snapshot.json.RecordJson;
import java.io.IOException;
import java.util.List;

/// Reads a snapshot out of an export.
final class SnapshotLines {
    private final RecordJson json = new RecordJson();
    private final ExportArchive archive;

    SnapshotLines(ExportArchive archive) {
        this.archive = archive;
    }

    Snapshot read() throws IOException {
        return new Snapshot(
                archive.verified().snapshotNumber(),
                archive.verified().snapshotTakenAt(),
                read(ExportFile.IDENTITIES),
                read(ExportFile.CREDENTIALS),
                read(ExportFile.POLICIES),
                read(ExportFile.GRANTS),
                read(ExportFile.MEMBERSHIPS),
                read(ExportFile.RESOURCES),
                read(ExportFile.TRUSTS),
                read(ExportFile.COVERAGE));
    }

    private <T> List<T> read(ExportFile<T> file) throws IOException {
        return archive.read(file, json);
    }
}
