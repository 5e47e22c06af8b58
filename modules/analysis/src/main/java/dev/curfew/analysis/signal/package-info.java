/// Whom a signal is about, and what all that stand make of an identity's risk.
@NullMarked
package dev.curfew.analysis.signal;

import org.jspecify.annotations.NullMarked;
