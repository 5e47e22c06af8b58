/// Kinds of source, described: what one takes and can do, so that nobody who asks for one has to know it.
@NullMarked
package dev.curfew.model.kind;

import org.jspecify.annotations.NullMarked;
