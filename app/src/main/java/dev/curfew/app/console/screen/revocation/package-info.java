/// Ending credentials: plan, preview, run, proof.
@NullMarked
package dev.curfew.app.console.screen.revocation;

import org.jspecify.annotations.NullMarked;
