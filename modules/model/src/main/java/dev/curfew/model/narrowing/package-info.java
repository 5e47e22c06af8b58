/// What of a policy is used, and writing one that allows no more than that.
@NullMarked
package dev.curfew.model.narrowing;

import org.jspecify.annotations.NullMarked;
