/// What several of this module's tests share.
@NullMarked
package dev.curfew.snapshot.testing;

import org.jspecify.annotations.NullMarked;
