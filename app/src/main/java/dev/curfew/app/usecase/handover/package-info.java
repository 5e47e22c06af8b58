/// Where a secret that is handed over once goes.
@NullMarked
package dev.curfew.app.usecase.handover;

import org.jspecify.annotations.NullMarked;
