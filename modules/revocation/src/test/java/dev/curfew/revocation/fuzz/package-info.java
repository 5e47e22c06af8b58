/// Parsers of spools, under inputs that nobody would write.
@NullMarked
package dev.curfew.revocation.fuzz;

import org.jspecify.annotations.NullMarked;
