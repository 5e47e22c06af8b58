/// Ends on access that stands already: looked at, put on it, and taken back.
@NullMarked
package dev.curfew.app.console.screen.inventory.timebox;

import org.jspecify.annotations.NullMarked;
