/// Programs of others that are run for what they print.
@NullMarked
package dev.curfew.connector.program;

import org.jspecify.annotations.NullMarked;
