/// A configured source, and the secrets that reach it.
@NullMarked
package dev.curfew.model.connection;

import org.jspecify.annotations.NullMarked;
