/// Finds what was changed, removed, reordered, truncated or rolled back.
@NullMarked
package dev.curfew.ledger.verify;

import org.jspecify.annotations.NullMarked;
