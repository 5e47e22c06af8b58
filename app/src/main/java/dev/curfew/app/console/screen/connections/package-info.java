/// Where the estate is read from, and how much of it was readable.
@NullMarked
package dev.curfew.app.console.screen.connections;

import org.jspecify.annotations.NullMarked;
