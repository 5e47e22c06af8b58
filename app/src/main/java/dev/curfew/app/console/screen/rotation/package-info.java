/// Replacing credentials that are in use: a second one handed over, the old one watched, then cut.
@NullMarked
package dev.curfew.app.console.screen.rotation;

import org.jspecify.annotations.NullMarked;
