/// How a drawing is painted, whatever on: a canvas, a file.
@NullMarked
package dev.curfew.app.console.screen.blastradius.drawing.paint;

import org.jspecify.annotations.NullMarked;
