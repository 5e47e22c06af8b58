/// Several requests of one shape, decided on together.
@NullMarked
package dev.curfew.app.console.screen.exceptions.alike;

import org.jspecify.annotations.NullMarked;
