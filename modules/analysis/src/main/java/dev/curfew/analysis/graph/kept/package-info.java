/// An access graph as bytes, to be kept beside the snapshot that it was built of.
@NullMarked
package dev.curfew.analysis.graph.kept;

import org.jspecify.annotations.NullMarked;
