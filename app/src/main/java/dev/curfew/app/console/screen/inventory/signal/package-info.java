/// What others told about identities, as the inventory shows it: what it makes of a risk, and how it is settled.
@NullMarked
package dev.curfew.app.console.screen.inventory.signal;

import org.jspecify.annotations.NullMarked;
