/// Policies that allow what was used, and nothing that was not allowed before.
@NullMarked
package dev.curfew.analysis.narrowing;

import org.jspecify.annotations.NullMarked;
