/// Bytes made smaller.
@NullMarked
package dev.curfew.snapshot.packing;

import org.jspecify.annotations.NullMarked;
