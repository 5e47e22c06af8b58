/// Break-glass paths: registering, sealing, drilling, and the evidence of it.
@NullMarked
package dev.curfew.app.usecase.breakglass;

import org.jspecify.annotations.NullMarked;
