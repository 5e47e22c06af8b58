/// What one part of a cluster gave, and what it did not: facts and coverage, and several parts at once.
@NullMarked
package dev.curfew.connector.kubernetes.sheet;

import org.jspecify.annotations.NullMarked;
