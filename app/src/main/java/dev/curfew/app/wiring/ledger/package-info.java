/// The key and the log of an opened workspace.
@NullMarked
package dev.curfew.app.wiring.ledger;

import org.jspecify.annotations.NullMarked;
