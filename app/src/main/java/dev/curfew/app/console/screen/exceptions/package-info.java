/// Time-boxed access outside the normal path: asked for, decided, handed over, ended.
@NullMarked
package dev.curfew.app.console.screen.exceptions;

import org.jspecify.annotations.NullMarked;
