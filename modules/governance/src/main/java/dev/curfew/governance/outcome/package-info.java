/// What a decision came to: done, or refused with the reason and what to do.
@NullMarked
package dev.curfew.governance.outcome;

import org.jspecify.annotations.NullMarked;
