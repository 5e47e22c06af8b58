/// Narrowings, and what is left of them after a crash.
@NullMarked
package dev.curfew.revocation.narrowing;

import org.jspecify.annotations.NullMarked;
