package dev.curfew.app.console.screen.blastradius;

import dev.curfew.analysis.reach.Reach;
import dev.curfew.app.console.screen.blastradius.drawing.LayeredLayout;
import dev.curfew.app.usecase.Desk;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.SnapshotIndex;

/// Works a reach out and lays it out. For the background.
final class ReachPictures {

    private final Desk desk;
    private final LayeredLayout layout = new LayeredLayout();

    ReachPictures(Desk desk) {
        this.desk = desk;
    }

    ReachPicture of(EntityId id) {
        Reach reach = desk.reach().of(id);
        SnapshotIndex index = desk.estate().current();
        return new ReachPicture(
                Names.of(index, id), reach, layout.of(desk.reach().graph(reach)), index);
    }
}
