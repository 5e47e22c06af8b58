/// Where in the console one can be, and the way there and back.
@NullMarked
package dev.curfew.app.console.navigation;

import org.jspecify.annotations.NullMarked;
