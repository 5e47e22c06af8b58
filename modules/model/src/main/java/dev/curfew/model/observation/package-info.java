/// One reading of one source: its facts, and what could and could not be read.
@NullMarked
package dev.curfew.model.observation;

import org.jspecify.annotations.NullMarked;
