package dev.curfew.app.console.screen.blastradius.answer;

import dev.curfew.analysis.graph.whatif.PlannedChange;
import dev.curfew.analysis.sketch.Direction;
import dev.curfew.app.console.screen.blastradius.subject.Subject;
import java.util.List;

/// @param changes what somebody thinks of doing; empty: the estate as it is
public record Question(Subject subject, Direction direction, List<PlannedChange> changes) {

    public Question {
        changes = List.copyOf(changes);
    }

    public boolean isComparison() {
        return !changes.isEmpty();
    }
}
