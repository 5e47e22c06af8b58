/// Narrowing a policy of whatever kind.
@NullMarked
package dev.curfew.analysis.narrowing.policy;

import org.jspecify.annotations.NullMarked;
