/// Every non-human identity, with what is known of it.
@NullMarked
package dev.curfew.app.console.screen.inventory;

import org.jspecify.annotations.NullMarked;
