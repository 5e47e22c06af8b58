/// The whole estate at one moment, and its facts by id.
@NullMarked
package dev.curfew.model.snapshot;

import org.jspecify.annotations.NullMarked;
