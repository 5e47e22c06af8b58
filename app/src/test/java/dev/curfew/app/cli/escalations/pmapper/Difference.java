package dev.curfew.app.cli.escalations.pmapper;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.analysis.escalation.Certainty;
import dev.curfew.analysis.escalation.Escalation;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Why PMapper and Curfew say different things of somebody. Each is adjudicated in docs/development/conformance.md.
enum Difference {
    /// A boundary holds whatever somebody is given; PMapper asks only whether it may be given.
    BOUNDARY,
    /// PMapper takes a role that trusts `*` to trust neither a service nor whoever has no policy of its own.
    EVERYONE,
    /// PMapper does not know the method.
    METHOD,
    /// PMapper asks whether an action is allowed on `*`; a policy may allow it on some name.
    SCOPE,
    /// Something runs as a role that does not trust its service: what is said to exist is made up.
    ENVIRONMENT,
    /// A function that is created and that nothing calls.
    NOT_CALLED,
    /// PMapper supposes that some instance can be reached; here it is said that there is none.
    NO_INSTANCE,
    /// PMapper lets into a role whose trust policy can be rewritten also who is denied `sts:AssumeRole`.
    DENIED_ASSUMPTION,
    /// The way leads to somebody of whom the two say different things.
    TARGET,
    NONE;

    private static final Set<String> KNOWN_TO_PMAPPER = Set.of(
            "autoscaling-001",
            "cloudformation-001",
            "cloudformation-002",
            "cloudformation-005",
            "codebuild-001",
            "codebuild-002",
            "codebuild-003",
            "codebuild-004",
            "curfew-cloudformation-001",
            "curfew-codebuild-001",
            "curfew-codebuild-002",
            "curfew-lambda-001",
            "ec2-001",
            "iam-001",
            "iam-002",
            "iam-003",
            "iam-004",
            "iam-005",
            "iam-006",
            "iam-007",
            "iam-008",
            "iam-009",
            "iam-010",
            "iam-011",
            "iam-012",
            "lambda-001",
            "lambda-002",
            "lambda-003",
            "lambda-004",
            "lambda-005",
            "lambda-006",
            "sagemaker-001",
            "sagemaker-002",
            "sagemaker-003",
            "ssm-001",
            "ssm-002",
            "sts-001");

    /// Those of which PMapper asks for the start on `*`.
    private static final Set<String> ON_EVERYTHING = Set.of(
            "autoscaling-001",
            "cloudformation-001",
            "codebuild-001",
            "codebuild-004",
            "ec2-001",
            "lambda-001",
            "lambda-002",
            "lambda-006",
            "sagemaker-001",
            "sagemaker-002",
            "sagemaker-003");

    /// Why Curfew is certain of somebody of whom PMapper says nothing: of each finding one reason, and `NONE` among
    /// them where there is none.
    static Set<Difference> onlyCurfew(JsonNode account, JsonNode answer, List<Escalation> findings) {
        Set<String> worth = texts(answer.path("administrators"));
        worth.addAll(texts(answer.path("reaching")));
        Set<Difference> reasons = EnumSet.noneOf(Difference.class);
        for (Escalation finding : findings) {
            if (finding.certainty() == Certainty.CERTAIN) {
                reasons.add(ofFinding(account, worth, finding));
            }
        }
        return reasons;
    }

    private static Difference ofFinding(JsonNode account, Set<String> worth, Escalation finding) {
        String self = finding.identity().nativeId();
        if (!KNOWN_TO_PMAPPER.contains(finding.method())) {
            return METHOD;
        }
        if (finding.target().equals(self)) {
            return isBounded(account, self) ? BOUNDARY : NONE;
        }
        if (!worth.contains(finding.target())) {
            return TARGET;
        }
        JsonNode trusted = of(account, finding.target()).at("/AssumeRolePolicyDocument/Statement/0/Principal");
        if (trusted.path("AWS").asText().equals("*")) {
            return EVERYONE;
        }
        String service = finding.method().substring(0, finding.method().indexOf('-')) + ".amazonaws.com";
        if (ON_EVERYTHING.contains(finding.method())) {
            return SCOPE;
        }
        boolean byService =
                !finding.method().startsWith("iam-") && !finding.method().startsWith("sts-");
        return byService && !trusted.path("Service").asText().equals(service) ? ENVIRONMENT : NONE;
    }

    /// Why PMapper says of somebody what Curfew does not: of each of its edges one reason.
    ///
    /// @param silent of whom Curfew says nothing, though they are no administrators
    static Set<Difference> onlyPMapper(JsonNode account, JsonNode answer, String identity, Set<String> silent) {
        if (texts(answer.path("administrators")).contains(identity)) {
            return EnumSet.of(isBounded(account, identity) ? BOUNDARY : NONE);
        }
        Set<Difference> reasons = EnumSet.noneOf(Difference.class);
        for (JsonNode edge : answer.path("edges")) {
            if (edge.path("from").asText().equals(identity)) {
                boolean other = silent.contains(edge.path("to").asText());
                reasons.add(other ? TARGET : ofReason(edge.path("reason").asText()));
            }
        }
        return reasons;
    }

    private static Difference ofReason(String reason) {
        if (reason.contains("create a new function")) {
            return NOT_CALLED;
        }
        if (reason.contains("can call ssm:")) {
            return NO_INSTANCE;
        }
        return reason.contains("update the trust document") ? DENIED_ASSUMPTION : NONE;
    }

    /// Whether somebody simply is an administrator, whom Curfew does not list.
    static boolean isAdministrator(JsonNode account, String identity) {
        JsonNode it = of(account, identity);
        boolean attached = isAttached(it);
        for (JsonNode group : account.path("GroupDetailList")) {
            attached |=
                    texts(it.path("GroupList")).contains(group.path("GroupName").asText()) && isAttached(group);
        }
        return attached && !it.has("PermissionsBoundary");
    }

    private static boolean isAttached(JsonNode holder) {
        for (JsonNode policy : holder.path("AttachedManagedPolicies")) {
            if (policy.path("PolicyArn").asText().equals(SmallAccount.ADMINISTRATOR)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBounded(JsonNode account, String identity) {
        return of(account, identity).has("PermissionsBoundary");
    }

    private static JsonNode of(JsonNode account, String arn) {
        for (String list : List.of("UserDetailList", "RoleDetailList")) {
            for (JsonNode each : account.path(list)) {
                if (each.path("Arn").asText().equals(arn)) {
                    return each;
                }
            }
        }
        throw new AssertionError("nobody is " + arn);
    }

    static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
