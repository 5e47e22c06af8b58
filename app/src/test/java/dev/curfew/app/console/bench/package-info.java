/// What the console's tests stand on: a real workspace, the JavaFX thread, a window.
@NullMarked
package dev.curfew.app.console.bench;

import org.jspecify.annotations.NullMarked;
