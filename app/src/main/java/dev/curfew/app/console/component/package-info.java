/// What screens are built from: each factory gives its control its words.
@NullMarked
package dev.curfew.app.console.component;

import org.jspecify.annotations.NullMarked;
