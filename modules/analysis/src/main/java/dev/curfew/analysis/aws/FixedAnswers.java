package dev.curfew.analysis.aws;

import dev.curfew.analysis.aws.document.Principal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/// What AWS answers whatever the policies say.
final class FixedAnswers {
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html>: even where it is denied.
    private static final String ALWAYS = "sts:getcalleridentity";

    /// Policies with the account `aws` are AWS's:
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html>.
    private static final Set<String> POLICY_CHANGES = Set.of(
            "iam:createpolicy",
            "iam:createpolicyversion",
            "iam:deletepolicy",
            "iam:deletepolicyversion",
            "iam:setdefaultpolicyversion",
            "iam:tagpolicy",
            "iam:untagpolicy");

    /// Roles of IAM Identity Center are changed there only:
    /// <https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html>.
    private static final Set<String> ROLE_CHANGES = Set.of(
            "iam:attachrolepolicy",
            "iam:createrole",
            "iam:createservicelinkedrole",
            "iam:deleterole",
            "iam:deleterolepermissionsboundary",
            "iam:deleterolepolicy",
            "iam:deleteservicelinkedrole",
            "iam:detachrolepolicy",
            "iam:passrole",
            "iam:putrolepermissionsboundary",
            "iam:putrolepolicy",
            "iam:tagrole",
            "iam:untagrole",
            "iam:updateassumerolepolicy",
            "iam:updaterole",
            "iam:updateroledescription");

    /// <https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html>: the beginning `alias/aws/` is AWS's.
    private static final Set<String> ALIAS_CHANGES = Set.of("kms:createalias", "kms:deletealias", "kms:updatealias");

    /// Longest session of a role that was assumed with another role's session:
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining>.
    private static final BigDecimal CHAINED_SECONDS_MAX = BigDecimal.valueOf(3600);

    private FixedAnswers() {}

    static boolean isGranted(AwsRequest request) {
        return request.action().equals(ALWAYS) && !(request.principal() instanceof Principal.Anonymous);
    }

    static boolean isRefused(AwsRequest request) {
        String action = request.action();
        if (action.startsWith("iam:")) {
            return isOfAws(request);
        }
        if (action.startsWith("kms:")) {
            return ALIAS_CHANGES.contains(action) && request.resourceName().startsWith("alias/aws/");
        }
        return action.equals("sts:assumerole") && (isRoot(request) || isTooLong(request));
    }

    private static boolean isOfAws(AwsRequest request) {
        if (POLICY_CHANGES.contains(request.action())) {
            return request.resource().contains(":iam::aws:policy/");
        }
        return ROLE_CHANGES.contains(request.action()) && request.resourceName().startsWith("role/aws-reserved/");
    }

    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html>: not with a root user's credentials.
    private static boolean isRoot(AwsRequest request) {
        return request.principal().isAccountItself();
    }

    private static boolean isTooLong(AwsRequest request) {
        List<String> seconds = request.context().of("sts:DurationSeconds");
        return request.principal() instanceof Principal.InAccount it
                && it.isSession()
                && seconds.size() == 1
                && seconds.getFirst().matches("\\d{1,9}")
                && new BigDecimal(seconds.getFirst()).compareTo(CHAINED_SECONDS_MAX) > 0;
    }
}
