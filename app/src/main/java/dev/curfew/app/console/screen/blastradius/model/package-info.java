/// What the blast-radius screen shows, without anything that draws.
@NullMarked
package dev.curfew.app.console.screen.blastradius.model;

import org.jspecify.annotations.NullMarked;
