/// Parsers of what officers and owners write, under inputs that nobody would write.
@NullMarked
package dev.curfew.governance.fuzz;

import org.jspecify.annotations.NullMarked;
