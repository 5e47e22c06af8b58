package dev.curfew.app.cli.act;

import dev.curfew.model.id.SourceName;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.run.Board;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;

/// A run as lines, each with how long after the start it came.
public final class BoardLines implements Board {
    private static final Messages MESSAGES = Messages.of(BoardLines.class);

    private final String planId;
    private final Consumer<String> line;
    private final InstantSource clock;
    private final Instant begun;

    public BoardLines(String planId, Consumer<String> line, InstantSource clock) {
        this.planId = planId;
        this.line = line;
        this.clock = clock;
        begun = clock.instant();
    }

    @Override
    public void acted(PlannedStep step, StepRecord record) {
        String detail = record.detail().isEmpty() ? "" : ": " + record.detail();
        line.accept(MESSAGES.text(
                "board.acted",
                since(),
                MESSAGES.text("board." + record.state().name()),
                step.action().code(),
                step.credential().text(),
                detail));
    }

    @Override
    public void awaited(SourceName source) {
        line.accept(MESSAGES.text("board.awaited", since(), source.value(), planId));
    }

    @Override
    public void trying(SourceName source) {
        line.accept(MESSAGES.text("board.trying", since(), source.value()));
    }

    @Override
    public void proven(PlannedStep step, Proof proof) {
        line.accept(MESSAGES.text("board.proven", since(), step.credential().text(), ProofWords.of(proof)));
    }

    private String since() {
        return String.format(
                Locale.ROOT, "%+7.2f", Duration.between(begun, clock.instant()).toMillis() / 1000.0);
    }
}
