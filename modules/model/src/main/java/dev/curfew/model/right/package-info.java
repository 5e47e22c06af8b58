/// Rights that a source states itself, already evaluated.
@NullMarked
package dev.curfew.model.right;

import org.jspecify.annotations.NullMarked;
