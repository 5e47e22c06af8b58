/// How fast large sources are read, beside what their makers' own clients take for the same.
@NullMarked
package dev.curfew.connector.rate;

import org.jspecify.annotations.NullMarked;
