package dev.curfew.analysis.aws;

import dev.curfew.analysis.aws.document.Principal;
import java.util.List;
import java.util.Set;

/// What AWS answers whatever the policies say.
public enum FixedAnswer {
    NONE,
    GRANTED,
    /// An explicit deny is told all the same.
    REFUSED;

    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html>: even where it is denied.
    private static final String WHO_AM_I = "sts:getcalleridentity";

    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getsessiontoken.html>: "You
    /// cannot use policies to control authentication operations."
    private static final String SESSION_TOKEN = "sts:getsessiontoken";

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

    /// "You must … belong to the bucket owner's account": `API_PutBucketPolicy.html`, `API_GetBucketPolicy.html` and
    /// `API_DeleteBucketPolicy.html` of <https://docs.aws.amazon.com/AmazonS3/latest/API/>.
    private static final Set<String> BUCKET_POLICY =
            Set.of("s3:deletebucketpolicy", "s3:getbucketpolicy", "s3:putbucketpolicy");

    /// Longest session of a role that was assumed with another role's session:
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining>.
    private static final int CHAINED_SECONDS_MAX = 3_600;

    static FixedAnswer of(AwsRequest request) {
        String action = request.action();
        if (action.startsWith("sts:")) {
            return ofSts(request);
        }
        boolean refused = switch (request.service()) {
            case "iam" -> isOfAws(request);
            case "kms" ->
                ALIAS_CHANGES.contains(action) && request.resourceName().startsWith("alias/aws/");
            case "s3" -> BUCKET_POLICY.contains(action) && isStranger(request);
            default -> false;
        };
        return refused ? REFUSED : NONE;
    }

    /// A service's own principal belongs to no account, and is not meant.
    private static boolean isStranger(AwsRequest request) {
        return !request.sameAccount() && !(request.principal() instanceof Principal.Service);
    }

    /// "The root principal in a bucket owner's AWS account can perform the GetBucketPolicy, PutBucketPolicy, and
    /// DeleteBucketPolicy API actions, even if their bucket policy explicitly denies the root principal's access":
    /// <https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html>.
    static boolean ignoresResourcePolicy(AwsRequest request) {
        return BUCKET_POLICY.contains(request.action())
                && request.sameAccount()
                && request.principal() instanceof Principal.InAccount it
                && it.isRoot();
    }

    private static FixedAnswer ofSts(AwsRequest request) {
        return switch (request.action()) {
            case WHO_AM_I -> request.principal() instanceof Principal.Anonymous ? NONE : GRANTED;
            case SESSION_TOKEN -> hasLongTermCredentials(request) ? GRANTED : REFUSED;
            case "sts:assumerole" -> request.principal().isAccountItself() || isTooLong(request) ? REFUSED : NONE;
            default -> NONE;
        };
    }

    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html>: "You must call the
    /// GetSessionToken operation using the long-term AWS security credentials of an IAM user."
    private static boolean hasLongTermCredentials(AwsRequest request) {
        return request.principal() instanceof Principal.InAccount it && (it.isUser() || it.isRoot());
    }

    private static boolean isOfAws(AwsRequest request) {
        if (POLICY_CHANGES.contains(request.action())) {
            return request.resource().contains(":iam::aws:policy/");
        }
        return ROLE_CHANGES.contains(request.action()) && request.resourceName().startsWith("role/aws-reserved/");
    }

    private static boolean isTooLong(AwsRequest request) {
        List<String> seconds = request.context().of("sts:DurationSeconds");
        return request.principal() instanceof Principal.InAccount it
                && it.isSession()
                && seconds.size() == 1
                && seconds.getFirst().matches("\\d{1,9}")
                && Integer.parseInt(seconds.getFirst()) > CHAINED_SECONDS_MAX;
    }
}
