/// Something leaked: what cutting it off would do is shown, and then that is cut off.
@NullMarked
package dev.curfew.app.console.screen.revocation.leak;

import org.jspecify.annotations.NullMarked;
