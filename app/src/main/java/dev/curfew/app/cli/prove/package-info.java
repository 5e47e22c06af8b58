/// Commands for evidence: ledger, export, open.
@NullMarked
package dev.curfew.app.cli.prove;

import org.jspecify.annotations.NullMarked;
