/// The desktop console: a window over the use cases.
@NullMarked
package dev.curfew.app.console;

import org.jspecify.annotations.NullMarked;
