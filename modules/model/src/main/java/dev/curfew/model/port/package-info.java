/// What the modules ask of each other; `app` wires the implementations.
@NullMarked
package dev.curfew.model.port;

import org.jspecify.annotations.NullMarked;
