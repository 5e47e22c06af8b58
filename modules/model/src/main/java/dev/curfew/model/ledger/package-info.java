/// The evidence log's entries and checkpoints.
@NullMarked
package dev.curfew.model.ledger;

import org.jspecify.annotations.NullMarked;
