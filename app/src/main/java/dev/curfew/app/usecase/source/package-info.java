/// Connecting sources and reading them.
@NullMarked
package dev.curfew.app.usecase.source;

import org.jspecify.annotations.NullMarked;
