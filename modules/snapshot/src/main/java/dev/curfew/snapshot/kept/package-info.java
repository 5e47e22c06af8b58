/// What was worked out of the store, kept beside it.
@NullMarked
package dev.curfew.snapshot.kept;

import org.jspecify.annotations.NullMarked;
