/// Policies narrowed to what they are used for: looked at, written or announced, and put back.
@NullMarked
package dev.curfew.app.console.screen.inventory.narrow;

import org.jspecify.annotations.NullMarked;
