/// Colours, type and size: the only place that knows how they are made.
@NullMarked
package dev.curfew.app.console.theme;

import org.jspecify.annotations.NullMarked;
