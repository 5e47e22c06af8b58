/// Ends that are put on access that stands already.
@NullMarked
package dev.curfew.model.timebox;

import org.jspecify.annotations.NullMarked;
