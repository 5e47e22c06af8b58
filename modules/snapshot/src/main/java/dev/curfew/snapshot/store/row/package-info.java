/// The tables as this program takes them to be, for Hibernate to hold a store against.
@NullMarked
package dev.curfew.snapshot.store.row;

import org.jspecify.annotations.NullMarked;
