/// Many cases at once: one JSON object a line in, one a line out, in the same order.
@NullMarked
package dev.curfew.analysis.batch;

import org.jspecify.annotations.NullMarked;
