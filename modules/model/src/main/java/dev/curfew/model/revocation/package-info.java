/// Plans, steps and their journal: the records of a revocation.
@NullMarked
package dev.curfew.model.revocation;

import org.jspecify.annotations.NullMarked;
