/// Pure functions over a snapshot: no clock, no input, no output.
@NullMarked
package dev.curfew.analysis;

import org.jspecify.annotations.NullMarked;
