/// Checkpoints held outside the store, and by whom.
@NullMarked
package dev.curfew.ledger.witness;

import org.jspecify.annotations.NullMarked;
