/// Facts as they are kept: a thousand to a block, compressed, and beside each block which of them have ended.
@NullMarked
package dev.curfew.snapshot.store.fact;

import org.jspecify.annotations.NullMarked;
