/// Ends on standing access that several kinds of source hold alike.
@NullMarked
package dev.curfew.connector.timebox;

import org.jspecify.annotations.NullMarked;
