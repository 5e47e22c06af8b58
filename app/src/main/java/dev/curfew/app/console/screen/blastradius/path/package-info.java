/// One path step by step: what each right allows, what decides it, what would cut it.
@NullMarked
package dev.curfew.app.console.screen.blastradius.path;

import org.jspecify.annotations.NullMarked;
