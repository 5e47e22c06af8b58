/// What is asked of the access graph and what it answers, with and without planned changes.
@NullMarked
package dev.curfew.app.console.screen.blastradius.answer;

import org.jspecify.annotations.NullMarked;
