/// Following sources that push nothing.
@NullMarked
package dev.curfew.connector.change;

import org.jspecify.annotations.NullMarked;
