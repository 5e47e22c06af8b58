/// Keeps the access graph beside the store.
@NullMarked
package dev.curfew.app.wiring.kept;

import org.jspecify.annotations.NullMarked;
