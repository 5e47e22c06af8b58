/// Files that only their owner may read, replaced whole or not at all.
@NullMarked
package dev.curfew.snapshot.file;

import org.jspecify.annotations.NullMarked;
