/// Joins owners, as tags and annotations name them, with lists of people: who is still here, and how sure that is.
@NullMarked
package dev.curfew.analysis.owner;

import org.jspecify.annotations.NullMarked;
