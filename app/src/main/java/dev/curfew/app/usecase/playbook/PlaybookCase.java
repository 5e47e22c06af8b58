package dev.curfew.app.usecase.playbook;

import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.revocation.playbook.PlaybookRun;

/// A run with how far its plan came.
public record PlaybookCase(PlaybookRun run, RevocationCase plan) {
    /// How many of the plan's steps are done.
    public long acted() {
        return plan.steps().stream().filter(step -> step.state().isDone()).count();
    }
}
