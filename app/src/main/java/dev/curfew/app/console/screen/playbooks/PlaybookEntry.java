package dev.curfew.app.console.screen.playbooks;

import dev.curfew.app.usecase.playbook.PlaybookCase;
import dev.curfew.governance.playbook.SignedPlaybook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A playbook with what it did, oldest first.
record PlaybookEntry(SignedPlaybook signed, List<PlaybookCase> runs) {
    PlaybookEntry {
        runs = List.copyOf(runs);
    }

    /// What was signed tells them apart: later ones have the name of earlier ones.
    String id() {
        return signed.hash();
    }

    String name() {
        return signed.playbook().name();
    }

    boolean waits() {
        return signed.standing() == SignedPlaybook.Standing.WAITING;
    }

    /// Whether it could still be taken back.
    boolean stands() {
        return waits() || signed.isInForce();
    }

    /// The run that waits longest for somebody to look at it.
    Optional<PlaybookCase> toReview() {
        return runs.stream().filter(one -> one.run().review().isEmpty()).findFirst();
    }

    long waitingRuns() {
        return runs.stream().filter(one -> one.run().review().isEmpty()).count();
    }

    boolean isOverdue(Instant now) {
        return runs.stream().anyMatch(one -> one.run().isOverdue(now));
    }
}
