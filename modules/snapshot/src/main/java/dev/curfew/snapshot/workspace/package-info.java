/// A folder that holds one encrypted store, its keys and its secrets.
@NullMarked
package dev.curfew.snapshot.workspace;

import org.jspecify.annotations.NullMarked;
