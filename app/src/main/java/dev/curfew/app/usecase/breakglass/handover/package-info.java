/// Break-glass sessions handed to an officer in a wrapping that is opened once.
@NullMarked
package dev.curfew.app.usecase.breakglass.handover;

import org.jspecify.annotations.NullMarked;
