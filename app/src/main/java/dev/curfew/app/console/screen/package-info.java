/// What all screens have in common.
@NullMarked
package dev.curfew.app.console.screen;

import org.jspecify.annotations.NullMarked;
