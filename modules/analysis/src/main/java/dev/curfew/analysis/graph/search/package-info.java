/// What can be got to in a graph, and by which shortest ways.
@NullMarked
package dev.curfew.analysis.graph.search;

import org.jspecify.annotations.NullMarked;
