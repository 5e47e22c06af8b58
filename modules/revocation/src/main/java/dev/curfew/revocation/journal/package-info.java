/// What a run has done so far, kept so that a crash leaves the truth.
@NullMarked
package dev.curfew.revocation.journal;

import org.jspecify.annotations.NullMarked;
