/// What would change an answer of the policies: found by asking them again with something else, never guessed.
@NullMarked
package dev.curfew.governance.alternative;

import org.jspecify.annotations.NullMarked;
