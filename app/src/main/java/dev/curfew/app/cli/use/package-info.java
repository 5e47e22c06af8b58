/// Who uses something, for commands that show it or plan its end.
@NullMarked
package dev.curfew.app.cli.use;

import org.jspecify.annotations.NullMarked;
