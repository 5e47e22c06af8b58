/// States shown as shape, word and colour; empty, failed and uncovered states.
@NullMarked
package dev.curfew.app.console.component.state;

import org.jspecify.annotations.NullMarked;
