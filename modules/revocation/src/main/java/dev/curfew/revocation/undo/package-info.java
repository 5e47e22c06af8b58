/// Taking back what a plan did and can be taken back: after a false alarm, or when it broke more than was foreseen.
@NullMarked
package dev.curfew.revocation.undo;

import org.jspecify.annotations.NullMarked;
