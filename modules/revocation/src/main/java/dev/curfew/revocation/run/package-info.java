/// Acting on a plan: the journal, the acts, the tries.
@NullMarked
package dev.curfew.revocation.run;

import org.jspecify.annotations.NullMarked;
