/// Commands for evidence: the ledger and its verifying.
@NullMarked
package dev.curfew.app.cli.prove;

import org.jspecify.annotations.NullMarked;
