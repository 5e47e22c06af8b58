/// Statements, and what the database makes of them.
@NullMarked
package dev.curfew.snapshot.store.sql;

import org.jspecify.annotations.NullMarked;
