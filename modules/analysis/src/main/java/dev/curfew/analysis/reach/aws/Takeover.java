package dev.curfew.analysis.reach.aws;

import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.model.evaluation.Evaluation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What makes a workload that is there run somebody else's code, and so act with its role.
///
/// @param actions all of which are needed; methods of <https://pathfinding.cloud> that pass no role
/// @param provided what has to be the case besides; empty: nothing
record Takeover(List<String> actions, String provided) {
    private static final int SERVICE_PART = 2;

    private static final Map<String, Takeover> BY_SERVICE = Map.of(
            "lambda",
            new Takeover(List.of("lambda:UpdateFunctionCode"), "an invocation of the function"),
            "ec2",
            new Takeover(List.of("ssm:SendCommand"), "an agent of Systems Manager on the instance"),
            "codebuild",
            new Takeover(List.of("codebuild:UpdateProject", "codebuild:StartBuild"), ""));

    static Optional<Takeover> of(String arn) {
        String[] parts = arn.split(":", SERVICE_PART + 2);
        return parts.length > SERVICE_PART
                ? Optional.ofNullable(BY_SERVICE.get(parts[SERVICE_PART]))
                : Optional.empty();
    }

    Evaluation decision(Evaluation needed) {
        return Decisions.provided(needed, provided);
    }
}
