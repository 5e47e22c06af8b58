/// Typed names of things: what a source calls them, and which source it was.
@NullMarked
package dev.curfew.model.id;

import org.jspecify.annotations.NullMarked;
