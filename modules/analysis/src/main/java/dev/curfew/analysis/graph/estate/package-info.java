/// The access graph of a snapshot, and questions asked of it in the estate's own terms.
@NullMarked
package dev.curfew.analysis.graph.estate;

import org.jspecify.annotations.NullMarked;
