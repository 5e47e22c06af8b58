/// Commands that ran with a credential of their own, in the ledger.
@NullMarked
package dev.curfew.governance.run;

import org.jspecify.annotations.NullMarked;
