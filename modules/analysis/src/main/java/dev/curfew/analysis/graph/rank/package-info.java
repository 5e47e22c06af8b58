/// How much each node of a graph reaches, for all nodes at once.
@NullMarked
package dev.curfew.analysis.graph.rank;

import org.jspecify.annotations.NullMarked;
