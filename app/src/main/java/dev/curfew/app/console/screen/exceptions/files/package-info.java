/// Approvals by officers on other machines, between which only files pass.
@NullMarked
package dev.curfew.app.console.screen.exceptions.files;

import org.jspecify.annotations.NullMarked;
