/// Parsers of what comes from outside, under inputs that nobody would write.
@NullMarked
package dev.curfew.connector.fuzz;

import org.jspecify.annotations.NullMarked;
