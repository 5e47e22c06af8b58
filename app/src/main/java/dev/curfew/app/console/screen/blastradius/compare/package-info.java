/// Planned changes: said, gathered, told of what they would do.
@NullMarked
package dev.curfew.app.console.screen.blastradius.compare;

import org.jspecify.annotations.NullMarked;
