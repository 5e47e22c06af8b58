/// Decisions and revocations over the real store and the real ledger; only the source is in memory.
@NullMarked
package dev.curfew.app.decision;

import org.jspecify.annotations.NullMarked;
