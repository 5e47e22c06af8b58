/// Revocations whose process is killed on the way.
@NullMarked
package dev.curfew.app.decision.killed;

import org.jspecify.annotations.NullMarked;
