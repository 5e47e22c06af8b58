/// What comes before the screens: choosing, creating and unlocking a workspace.
@NullMarked
package dev.curfew.app.console.start;

import org.jspecify.annotations.NullMarked;
