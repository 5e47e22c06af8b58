/// A command that runs with a credential issued for it alone.
@NullMarked
package dev.curfew.app.cli.run;

import org.jspecify.annotations.NullMarked;
