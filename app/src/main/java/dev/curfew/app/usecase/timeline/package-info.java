/// What somebody did, as the sources' own records tell it.
@NullMarked
package dev.curfew.app.usecase.timeline;

import org.jspecify.annotations.NullMarked;
