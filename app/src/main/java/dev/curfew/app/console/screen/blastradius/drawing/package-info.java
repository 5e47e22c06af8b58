/// What is drawn and where: ELK lays a sketch out.
@NullMarked
package dev.curfew.app.console.screen.blastradius.drawing;

import org.jspecify.annotations.NullMarked;
