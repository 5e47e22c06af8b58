/// Rotations, and what is left of them after a crash.
@NullMarked
package dev.curfew.revocation.rotation;

import org.jspecify.annotations.NullMarked;
