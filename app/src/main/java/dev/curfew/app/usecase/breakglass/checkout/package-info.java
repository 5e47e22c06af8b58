/// Break-glass paths that are open for as long as the workspace is, and not around one command.
@NullMarked
package dev.curfew.app.usecase.breakglass.checkout;

import org.jspecify.annotations.NullMarked;
