package dev.curfew.governance.approval;

import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.snapshot.Snapshot;
import java.util.List;

/// What the approver's machine found when it looked for itself.
///
/// @param effectHash hash of what it computed; empty if it computed nothing
/// @param snapshotNumber the snapshot that it looked at
/// @param unread `source/scope state` of what was not read whole, sorted
public record Checked(Recheck recheck, String effectHash, long snapshotNumber, List<String> unread) {
    public Checked {
        unread = List.copyOf(unread);
    }

    public static Checked on(Snapshot snapshot, Recheck recheck, String effectHash) {
        List<String> unread = snapshot.coverage().stream()
                .filter(coverage -> coverage.state() != CoverageState.READ)
                .map(Checked::words)
                .sorted()
                .toList();
        return new Checked(recheck, effectHash, snapshot.number(), unread);
    }

    private static String words(Coverage coverage) {
        return coverage.source() + "/" + coverage.scope() + " " + coverage.state();
    }
}
