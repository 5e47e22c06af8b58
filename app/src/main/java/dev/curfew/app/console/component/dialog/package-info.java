/// Dialogs and file choosing behind interfaces, so that tests need neither.
@NullMarked
package dev.curfew.app.console.component.dialog;

import org.jspecify.annotations.NullMarked;
