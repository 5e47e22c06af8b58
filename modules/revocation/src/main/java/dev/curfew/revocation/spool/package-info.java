/// Containment while the ledger cannot be written: what is done is written into a file first, and entered later.
@NullMarked
package dev.curfew.revocation.spool;

import org.jspecify.annotations.NullMarked;
