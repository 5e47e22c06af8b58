/// Several ways from one node to another.
@NullMarked
package dev.curfew.analysis.graph.way;

import org.jspecify.annotations.NullMarked;
