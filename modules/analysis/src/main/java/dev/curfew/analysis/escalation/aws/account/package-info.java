/// An AWS account as far as escalation looks at it, and one question put to its policies.
@NullMarked
package dev.curfew.analysis.escalation.aws.account;

import org.jspecify.annotations.NullMarked;
