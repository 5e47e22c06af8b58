/// Records whose entries are lines of text.
@NullMarked
package dev.curfew.connector.record.line;

import org.jspecify.annotations.NullMarked;
