/// Ends on access that stands already.
@NullMarked
package dev.curfew.app.cli.timebox;

import org.jspecify.annotations.NullMarked;
