/// Signals: who may send them, and what they said.
@NullMarked
package dev.curfew.app.cli.signal;

import org.jspecify.annotations.NullMarked;
