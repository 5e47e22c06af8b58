/// Break-glass paths: registered, sealed, drilled, opened and closed again, each an entry of the ledger.
@NullMarked
package dev.curfew.governance.breakglass;

import org.jspecify.annotations.NullMarked;
