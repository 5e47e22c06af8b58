/// Times, durations and other values in words.
@NullMarked
package dev.curfew.app.console.component.text;

import org.jspecify.annotations.NullMarked;
