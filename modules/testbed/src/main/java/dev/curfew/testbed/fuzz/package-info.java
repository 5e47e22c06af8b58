/// Parsers under inputs that nobody would write.
@NullMarked
package dev.curfew.testbed.fuzz;

import org.jspecify.annotations.NullMarked;
