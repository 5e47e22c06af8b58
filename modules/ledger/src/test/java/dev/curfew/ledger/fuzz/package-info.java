/// Parsers of checkpoints and of other workspaces' logs, under inputs that nobody would write.
@NullMarked
package dev.curfew.ledger.fuzz;

import org.jspecify.annotations.NullMarked;
