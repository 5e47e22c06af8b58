package dev.curfew.app.console.screen.blastradius;

import dev.curfew.analysis.reach.Reach;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing;
import dev.curfew.model.snapshot.SnapshotIndex;

/// A reach, its drawing, and the snapshot that names and policy texts come from.
record ReachPicture(String name, Reach reach, Drawing drawing, SnapshotIndex index) {}
