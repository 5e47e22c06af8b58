/// Break-glass: what a source and an alert's receiver are asked when emergency access is used or drilled.
@NullMarked
package dev.curfew.model.breakglass;

import org.jspecify.annotations.NullMarked;
