/// Paths as a picture: nodes and edges, few enough to draw; those alike folded.
@NullMarked
package dev.curfew.analysis.sketch;

import org.jspecify.annotations.NullMarked;
