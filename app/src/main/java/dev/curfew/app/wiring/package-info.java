/// Puts the parts together, by plain constructors.
@NullMarked
package dev.curfew.app.wiring;

import org.jspecify.annotations.NullMarked;
