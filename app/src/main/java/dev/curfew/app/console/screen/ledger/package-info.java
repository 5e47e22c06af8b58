/// What was decided and done, and whether the record still holds.
@NullMarked
package dev.curfew.app.console.screen.ledger;

import org.jspecify.annotations.NullMarked;
