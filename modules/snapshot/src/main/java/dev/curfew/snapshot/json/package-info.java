/// The model's records as JSON text: the same text for the same value, and back without loss.
@NullMarked
package dev.curfew.snapshot.json;

import org.jspecify.annotations.NullMarked;
