/// The layered drawing: ELK lays it out, a canvas draws it.
@NullMarked
package dev.curfew.app.console.screen.blastradius.drawing;

import org.jspecify.annotations.NullMarked;
