/// Windows that nobody uses, by what their source says of it.
@NullMarked
package dev.curfew.governance.idle;

import org.jspecify.annotations.NullMarked;
