/// The drawing on the screen: moved, zoomed, walked through.
@NullMarked
package dev.curfew.app.console.screen.blastradius.drawing.pane;

import org.jspecify.annotations.NullMarked;
