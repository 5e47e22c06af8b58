/// How far one identity gets: paths in words, a drawing, a tree.
@NullMarked
package dev.curfew.app.console.screen.blastradius;

import org.jspecify.annotations.NullMarked;
