/// One process at a time in a folder, and a word about which.
@NullMarked
package dev.curfew.snapshot.lock;

import org.jspecify.annotations.NullMarked;
