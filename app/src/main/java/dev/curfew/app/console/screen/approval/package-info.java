/// Approvals by officers on other machines, between which only files pass.
@NullMarked
package dev.curfew.app.console.screen.approval;

import org.jspecify.annotations.NullMarked;
