/// The decision of AWS IAM over all layers of policies.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html>
@NullMarked
package dev.curfew.analysis.aws;

import org.jspecify.annotations.NullMarked;
