package dev.curfew.analysis.reach.plain;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.plain.RightsReader;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.right.Right;
import dev.curfew.model.right.Rights;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Policies of rights, each read when it is first asked for.
final class Policies {

    /// What became of reading a policy.
    sealed interface Text {
        /// Its statements, in the order of its text.
        record Stated(List<Right> statements) implements Text {}

        /// It may grant anything.
        record Unread(String problem) implements Text {}

        /// Of another kind: somebody else's to decide.
        record Foreign() implements Text {}
    }

    private final SnapshotIndex index;
    private final Map<PolicyId, Text> texts = new ConcurrentHashMap<>();

    Policies(SnapshotIndex index) {
        this.index = index;
    }

    Text of(PolicyId id) {
        return texts.computeIfAbsent(id, this::read);
    }

    private Text read(PolicyId id) {
        return index.policy(id).map(Policies::read).orElseGet(() -> new Text.Unread("policy " + id.nativeId()));
    }

    private static Text read(Policy policy) {
        if (!policy.kind().equals(Rights.KIND)) {
            return new Text.Foreign();
        }
        try {
            return new Text.Stated(RightsReader.read(policy.text()));
        } catch (PolicySyntaxException e) {
            return new Text.Unread("policy " + policy.name() + ": " + e.getMessage());
        }
    }
}
