/// Whose steps can be other ones after some facts changed.
@NullMarked
package dev.curfew.analysis.reach.change;

import org.jspecify.annotations.NullMarked;
