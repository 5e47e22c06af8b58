/// The append-only log over JDBC, without an ORM in the trust path.
@NullMarked
package dev.curfew.ledger.log;

import org.jspecify.annotations.NullMarked;
