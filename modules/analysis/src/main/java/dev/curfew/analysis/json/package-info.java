/// JSON read without a tree: where the values of a text are, so that only what is asked for is taken out of it.
@NullMarked
package dev.curfew.analysis.json;

import org.jspecify.annotations.NullMarked;
