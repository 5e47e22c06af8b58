/// Asking for access: at once, as a draft that is gone on with later, or once more.
@NullMarked
package dev.curfew.app.console.screen.exceptions.asking;

import org.jspecify.annotations.NullMarked;
