/// What somebody did, as a source's own records tell it.
@NullMarked
package dev.curfew.model.timeline;

import org.jspecify.annotations.NullMarked;
