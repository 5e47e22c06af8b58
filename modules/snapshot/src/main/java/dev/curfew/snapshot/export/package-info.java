/// The portable export: a signed zip of JSON Lines, and its way back into a read-only workspace.
@NullMarked
package dev.curfew.snapshot.export;

import org.jspecify.annotations.NullMarked;
