/// The edges and nodes that everything further on depends on.
@NullMarked
package dev.curfew.analysis.graph.choke;

import org.jspecify.annotations.NullMarked;
