/// Break-glass: the registered paths, how their drills went, and the button that drills one now.
@NullMarked
package dev.curfew.app.console.screen.breakglass;

import org.jspecify.annotations.NullMarked;
