/// Signals: who may send them, what they said, and what came of it.
@NullMarked
package dev.curfew.app.usecase.signal;

import org.jspecify.annotations.NullMarked;
