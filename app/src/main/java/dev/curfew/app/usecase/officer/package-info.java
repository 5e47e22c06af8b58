/// Who decides.
@NullMarked
package dev.curfew.app.usecase.officer;

import org.jspecify.annotations.NullMarked;
