/// Questions to an estate's access graph, answered in the estate's own terms.
@NullMarked
package dev.curfew.analysis.graph.query;

import org.jspecify.annotations.NullMarked;
