/// What the command line writes to and asks.
@NullMarked
package dev.curfew.app.cli.terminal;

import org.jspecify.annotations.NullMarked;
