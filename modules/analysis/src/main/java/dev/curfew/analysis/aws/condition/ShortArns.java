package dev.curfew.analysis.aws.condition;

import dev.curfew.analysis.aws.condition.value.Glob;
import dev.curfew.model.evaluation.PolicyLayer;

/// Whether an ARN with fewer than its six parts stands for all that begin so.
public enum ShortArns {
    /// "In an identity-based policy, AWS automatically completes the ARN":
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns>. A boundary is a
    /// managed policy like others, and a session policy is written as one.
    COMPLETED,
    /// No page says it of these; iam-simulate completes those with a star.
    COMPLETED_WITH_STAR,
    AS_WRITTEN;

    private static final String STAR = "*";

    public static ShortArns of(PolicyLayer layer) {
        return switch (layer) {
            case IDENTITY, BOUNDARY, SESSION -> COMPLETED;
            case RESOURCE, VPC_ENDPOINT -> COMPLETED_WITH_STAR;
            case SCP, RCP -> AS_WRITTEN;
        };
    }

    boolean areCompleted(Glob pattern) {
        return switch (this) {
            case COMPLETED -> true;
            case COMPLETED_WITH_STAR -> pattern.pattern().contains(STAR);
            case AS_WRITTEN -> false;
        };
    }
}
