/// The evidence log.
@NullMarked
package dev.curfew.app.usecase.ledger;

import org.jspecify.annotations.NullMarked;
