/// Records kept by key: what officers decided and what was done.
@NullMarked
package dev.curfew.snapshot.store.record;

import org.jspecify.annotations.NullMarked;
