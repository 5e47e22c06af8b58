/// Policies that would take something away from whoever has it, in each provider's own language.
@NullMarked
package dev.curfew.analysis.reach.denial;

import org.jspecify.annotations.NullMarked;
