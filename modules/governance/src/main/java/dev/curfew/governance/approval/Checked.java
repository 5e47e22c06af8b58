package dev.curfew.governance.approval;

import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.snapshot.Snapshot;
import java.util.List;
import java.util.stream.Stream;

/// What the approver's machine found when it looked for itself.
///
/// @param effectHash hash of what it computed; empty if it computed nothing
/// @param snapshotNumber the snapshot that it looked at
/// @param unread `source/scope state` of what was not read whole, sorted
/// @param policies hash of the access policies that the approver was shown the answer of; empty where none were asked
public record Checked(Recheck recheck, String effectHash, long snapshotNumber, List<String> unread, String policies) {
    public Checked {
        unread = List.copyOf(unread);
    }

    /// Where no access policies are asked.
    public Checked(Recheck recheck, String effectHash, long snapshotNumber, List<String> unread) {
        this(recheck, effectHash, snapshotNumber, unread, "");
    }

    /// The same, as these policies judge it.
    public Checked under(String policiesHash) {
        return new Checked(recheck, effectHash, snapshotNumber, unread, policiesHash);
    }

    public static Checked on(Snapshot snapshot, Recheck recheck, String effectHash) {
        return new Checked(recheck, effectHash, snapshot.number(), unread(snapshot.coverage().stream()));
    }

    /// Those scopes that were not read whole, in words, sorted.
    public static List<String> unread(Stream<Coverage> coverage) {
        return coverage.filter(scope -> scope.state() != CoverageState.READ)
                .map(scope -> scope.source() + "/" + scope.scope() + " " + scope.state())
                .sorted()
                .toList();
    }
}
