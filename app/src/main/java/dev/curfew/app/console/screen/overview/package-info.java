/// What needs the officer now, and the way there.
@NullMarked
package dev.curfew.app.console.screen.overview;

import org.jspecify.annotations.NullMarked;
