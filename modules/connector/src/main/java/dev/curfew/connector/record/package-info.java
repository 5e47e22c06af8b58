/// Records that sources keep in files of what was done there: found with what was rotated away, read as streams one
/// beside another in the order of time, and followed by whoever knows the source.
@NullMarked
package dev.curfew.connector.record;

import org.jspecify.annotations.NullMarked;
