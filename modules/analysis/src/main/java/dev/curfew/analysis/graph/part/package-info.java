/// A part of an access graph to pass on: nodes, and the steps between them.
@NullMarked
package dev.curfew.analysis.graph.part;

import org.jspecify.annotations.NullMarked;
