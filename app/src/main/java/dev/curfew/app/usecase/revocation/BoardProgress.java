package dev.curfew.app.usecase.revocation;

import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Progress;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.run.Board;

/// A run as progress: how many of its acts were answered, what came last, and which source is waited for.
public final class BoardProgress implements Board {
    private static final Messages MESSAGES = Messages.of(BoardProgress.class);

    private final Progress progress;
    private final int total;
    private int answered;

    public BoardProgress(Progress progress, RevocationPlan plan) {
        this.progress = progress;
        total = plan.steps().size();
    }

    @Override
    public void acted(PlannedStep step, StepRecord record) {
        answered++;
        told("board.acted", step.action().code(), step.credential().text());
    }

    @Override
    public void awaited(SourceName source) {
        told("board.awaited", source.value());
    }

    @Override
    public void trying(SourceName source) {
        told("board.trying", source.value());
    }

    @Override
    public void proven(PlannedStep step, Proof proof) {
        told(
                proof.isProved() ? "board.proved" : "board.tried",
                step.credential().text());
    }

    private void told(String key, Object... arguments) {
        progress.at(MESSAGES.text(key, arguments), answered, total);
    }
}
