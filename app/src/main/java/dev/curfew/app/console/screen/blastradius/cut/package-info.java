/// What would take a step away.
@NullMarked
package dev.curfew.app.console.screen.blastradius.cut;

import org.jspecify.annotations.NullMarked;
