/// Officers sign in, from any screen.
@NullMarked
package dev.curfew.app.console.signin;

import org.jspecify.annotations.NullMarked;
