/// Commands for time-boxed access that is asked for again: longer, anew, and so often that it stands.
@NullMarked
package dev.curfew.app.cli.renewal;

import org.jspecify.annotations.NullMarked;
