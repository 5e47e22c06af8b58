/// What a revocation would do, for whoever confirms it.
@NullMarked
package dev.curfew.app.console.screen.revocation.preview;

import org.jspecify.annotations.NullMarked;
