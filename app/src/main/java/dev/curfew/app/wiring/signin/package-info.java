/// Opens the door to issuers at which officers sign in.
@NullMarked
package dev.curfew.app.wiring.signin;

import org.jspecify.annotations.NullMarked;
