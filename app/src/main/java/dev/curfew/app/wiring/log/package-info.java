/// The log file of a workspace.
@NullMarked
package dev.curfew.app.wiring.log;

import org.jspecify.annotations.NullMarked;
