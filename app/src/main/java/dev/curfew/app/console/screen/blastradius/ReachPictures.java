package dev.curfew.app.console.screen.blastradius;

import dev.curfew.analysis.reach.Reach;
import dev.curfew.analysis.reach.ReachGraph;
import dev.curfew.app.console.component.text.Names;
import dev.curfew.app.console.screen.blastradius.drawing.LayeredLayout;
import dev.curfew.app.usecase.Desk;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.SnapshotIndex;

/// Works a reach out and lays it out. For the background.
final class ReachPictures {

    /// What a person takes in at a glance: beyond it, nodes alike are folded ("+41 roles"). A third of what can be
    /// laid out in time.
    private static final int NODES_MAX = 50;

    private final Desk desk;
    private final LayeredLayout layout = new LayeredLayout();

    ReachPictures(Desk desk) {
        this.desk = desk;
    }

    ReachPicture of(EntityId id) {
        desk.reach().prepare();
        Reach reach = desk.reach().of(id);
        SnapshotIndex index = desk.estate().current();
        return new ReachPicture(Names.of(index, id), reach, layout.of(ReachGraph.of(reach, index, NODES_MAX)), index);
    }
}
