/// Ends on access that stands already: planned, begun with a signature, ended by the clock, and taken back.
@NullMarked
package dev.curfew.revocation.timebox;

import org.jspecify.annotations.NullMarked;
