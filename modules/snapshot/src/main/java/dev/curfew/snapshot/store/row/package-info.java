/// The tables, as Hibernate maps and validates them.
@NullMarked
package dev.curfew.snapshot.store.row;

import org.jspecify.annotations.NullMarked;
