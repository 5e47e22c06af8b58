package dev.curfew.app.console.screen.blastradius.answer;

import dev.curfew.analysis.graph.whatif.Consumer;
import dev.curfew.analysis.graph.whatif.PlannedChange;
import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.sketch.Fate;
import dev.curfew.analysis.sketch.Strands;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.List;

/// What was found.
///
/// @param index the estate as it is
/// @param found what planned changes do to it first; then surest, then nearest
/// @param strands the same to draw
/// @param unread the scopes that were not read whole and could hide more
/// @param administrator whether something is administered wholly
/// @param breaking whoever would lose steps by the planned changes, those seen at work last first
/// @param impossible the planned changes that would change nothing
public record Answer(
        Question question,
        SnapshotIndex index,
        List<Found> found,
        Strands strands,
        List<Coverage> unread,
        Administering administrator,
        List<Consumer> breaking,
        List<PlannedChange> impossible) {

    public Answer {
        found = List.copyOf(found);
        unread = List.copyOf(unread);
        breaking = List.copyOf(breaking);
        impossible = List.copyOf(impossible);
    }

    public long count(Fate fate) {
        return found.stream().filter(it -> it.fate() == fate).count();
    }

    public long count(Certainty certainty) {
        return found.stream().filter(it -> it.certainty() == certainty).count();
    }

    /// What becomes of a hop of one of the paths.
    public Fate fate(Hop hop) {
        return strands.fate().apply(hop);
    }
}
