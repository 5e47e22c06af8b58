/// Policies in Cedar (<https://docs.cedarpolicy.com>): texts, their schema, their evaluation.
@NullMarked
package dev.curfew.governance.policy.cedar;

import org.jspecify.annotations.NullMarked;
