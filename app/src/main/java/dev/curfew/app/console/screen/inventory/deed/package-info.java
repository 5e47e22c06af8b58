/// What officers do at the sources from the inventory, in forms that several kinds of it share.
@NullMarked
package dev.curfew.app.console.screen.inventory.deed;

import org.jspecify.annotations.NullMarked;
