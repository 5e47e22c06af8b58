/// Narrowing policies to what they are used for.
@NullMarked
package dev.curfew.app.usecase.narrowing;

import org.jspecify.annotations.NullMarked;
