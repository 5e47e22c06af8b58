/// The estate as last read, and what a person's text names in it.
@NullMarked
package dev.curfew.app.usecase.estate;

import org.jspecify.annotations.NullMarked;
