/// What an identity or a credential did, as far as its source's record tells.
@NullMarked
package dev.curfew.app.console.screen.inventory.timeline;

import org.jspecify.annotations.NullMarked;
