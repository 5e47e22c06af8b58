/// The parts of the blast-radius screen: lists, drawing, tree, the chosen path step by step.
@NullMarked
package dev.curfew.app.console.screen.blastradius.view;

import org.jspecify.annotations.NullMarked;
