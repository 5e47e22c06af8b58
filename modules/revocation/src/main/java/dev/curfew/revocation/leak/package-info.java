/// Finds out whose a leaked value is.
@NullMarked
package dev.curfew.revocation.leak;

import org.jspecify.annotations.NullMarked;
