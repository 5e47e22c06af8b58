/// The Condition element of AWS IAM policies.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>
@NullMarked
package dev.curfew.analysis.aws.condition;

import org.jspecify.annotations.NullMarked;
