/// Ends on access that stands already.
@NullMarked
package dev.curfew.app.usecase.timebox;

import org.jspecify.annotations.NullMarked;
