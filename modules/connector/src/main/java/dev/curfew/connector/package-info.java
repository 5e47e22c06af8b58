/// All connectors.
@NullMarked
package dev.curfew.connector;

import org.jspecify.annotations.NullMarked;
