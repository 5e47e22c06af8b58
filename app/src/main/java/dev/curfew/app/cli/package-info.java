/// The command line: what was typed, what is answered, how it ends.
@NullMarked
package dev.curfew.app.cli;

import org.jspecify.annotations.NullMarked;
