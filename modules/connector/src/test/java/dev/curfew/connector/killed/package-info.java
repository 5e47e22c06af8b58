/// What a reading is worth whose server went away.
@NullMarked
package dev.curfew.connector.killed;

import org.jspecify.annotations.NullMarked;
