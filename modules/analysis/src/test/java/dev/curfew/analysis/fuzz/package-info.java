/// Parsers under inputs that nobody would write.
@NullMarked
package dev.curfew.analysis.fuzz;

import org.jspecify.annotations.NullMarked;
