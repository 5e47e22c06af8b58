/// What ends when.
@NullMarked
package dev.curfew.app.usecase.expiring;

import org.jspecify.annotations.NullMarked;
