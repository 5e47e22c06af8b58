package dev.curfew.revocation.spool;

import dev.curfew.governance.approval.SignedText;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.revocation.plan.SignedPlan;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a spool says, once its chain and its signatures hold.
///
/// @param approval by which it was done
/// @param why the ledger could not be written
/// @param lines after the first
/// @param hash of the last line, which names all before it
/// @param id hash of the first line
/// @param torn whether the file stops within a line: who wrote it was cut off
public record Spooled(
        Path file,
        SignedPlan plan,
        String officer,
        String publicKey,
        SignedText approval,
        String why,
        Instant at,
        List<SpoolLine> lines,
        String id,
        String hash,
        boolean torn) {
    public Spooled {
        lines = List.copyOf(lines);
    }

    /// Whether it was written to its end. Otherwise what was begun last may have been done.
    public boolean isWhole() {
        return !lines.isEmpty() && lines.getLast().what() == SpoolLine.What.CLOSED;
    }

    /// How many entries of steps it makes in the ledger.
    public long entries() {
        return lines.stream()
                .filter(line -> line.what() == SpoolLine.What.STARTED || line.what() == SpoolLine.What.ACTED)
                .count();
    }

    /// How far each step came, by the spool's word.
    public List<StepRecord> records() {
        Map<Integer, StepRecord> records = new TreeMap<>();
        for (SpoolLine line : lines) {
            state(line)
                    .ifPresent(state -> records.put(
                            line.step(),
                            new StepRecord(plan.plan().id(), line.step(), state, line.at(), line.field("detail"))));
        }
        return List.copyOf(records.values());
    }

    private static Optional<StepState> state(SpoolLine line) {
        return switch (line.what()) {
            case STARTED -> Optional.of(StepState.STARTED);
            case ACTED -> Optional.of(StepState.valueOf(line.field("outcome")));
            case OPENED, LEFT, CLOSED -> Optional.empty();
        };
    }

    /// Those that were not done, because they cannot be undone.
    public List<PlannedStep> left() {
        List<PlannedStep> left = new ArrayList<>();
        lines.stream().filter(line -> line.what() == SpoolLine.What.LEFT).forEach(line -> left.add(step(line)));
        return left;
    }

    PlannedStep step(SpoolLine line) {
        return plan.plan().steps().get(line.step() - 1);
    }
}
