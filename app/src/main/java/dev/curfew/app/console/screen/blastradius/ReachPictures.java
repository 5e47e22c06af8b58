package dev.curfew.app.console.screen.blastradius;

import dev.curfew.analysis.reach.Reach;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.analysis.sketch.Direction;
import dev.curfew.analysis.sketch.Folding;
import dev.curfew.analysis.sketch.Sketch;
import dev.curfew.analysis.sketch.Strands;
import dev.curfew.app.console.component.text.Names;
import dev.curfew.app.console.screen.blastradius.drawing.LayeredLayout;
import dev.curfew.app.usecase.Desk;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.List;
import java.util.Map;

/// Works a reach out and lays it out. For the background.
final class ReachPictures {

    /// What a person takes in at a glance: beyond it, nodes alike are folded ("+41 roles"). A third of what can be
    /// laid out in time.
    private static final Folding FOLDING = new Folding(50, Map.of());

    private final Desk desk;
    private final LayeredLayout layout = new LayeredLayout();

    ReachPictures(Desk desk) {
        this.desk = desk;
    }

    ReachPicture of(EntityId id) {
        desk.reach().prepare();
        Reach reach = desk.reach().of(id);
        SnapshotIndex index = desk.estate().current();
        Strands strands = Strands.of(
                List.of(id),
                Direction.FORWARD,
                reach.reached().stream().map(Reached::path).toList());
        return new ReachPicture(Names.of(index, id), reach, layout.of(Sketch.of(strands, index, FOLDING)), index);
    }
}
