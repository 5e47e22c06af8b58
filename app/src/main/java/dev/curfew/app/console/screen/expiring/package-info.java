/// What ends by itself, how soon, and what never does.
@NullMarked
package dev.curfew.app.console.screen.expiring;

import org.jspecify.annotations.NullMarked;
