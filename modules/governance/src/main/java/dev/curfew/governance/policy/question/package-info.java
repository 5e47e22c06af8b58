/// What a policy is asked: who wants what, and everything known about it. The schema of the policies is made from these
/// records.
@NullMarked
package dev.curfew.governance.policy.question;

import org.jspecify.annotations.NullMarked;
