/// Choosing one of very many things by typing part of its name.
@NullMarked
package dev.curfew.app.console.component.picker;

import org.jspecify.annotations.NullMarked;
