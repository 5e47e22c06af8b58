/// Policies of an account, and what they say of the actions that ways ask about.
@NullMarked
package dev.curfew.analysis.escalation.aws.policy;

import org.jspecify.annotations.NullMarked;
