/// What SQL alone cannot do when a store of an older schema is opened.
@NullMarked
package dev.curfew.snapshot.store.upgrade;

import org.jspecify.annotations.NullMarked;
