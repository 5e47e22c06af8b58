/// The store over JDBC: facts with their history, records, units of work.
@NullMarked
package dev.curfew.snapshot.store;

import org.jspecify.annotations.NullMarked;
