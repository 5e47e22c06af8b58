/// The drawing as a file: pixels, vectors.
@NullMarked
package dev.curfew.app.console.screen.blastradius.export;

import org.jspecify.annotations.NullMarked;
