/// Break-glass paths on the command line: registering and drilling.
@NullMarked
package dev.curfew.app.cli.breakglass;

import org.jspecify.annotations.NullMarked;
