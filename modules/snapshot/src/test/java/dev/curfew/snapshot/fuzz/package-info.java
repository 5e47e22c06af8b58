/// Parsers of exports, under inputs that nobody would write.
@NullMarked
package dev.curfew.snapshot.fuzz;

import org.jspecify.annotations.NullMarked;
