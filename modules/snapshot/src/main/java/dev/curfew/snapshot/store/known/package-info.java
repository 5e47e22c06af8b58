/// The estate after one sync told from what is in memory of another.
@NullMarked
package dev.curfew.snapshot.store.known;

import org.jspecify.annotations.NullMarked;
