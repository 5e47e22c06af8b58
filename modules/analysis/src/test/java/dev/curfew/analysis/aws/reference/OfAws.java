package dev.curfew.analysis.aws.reference;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What AWS answers by itself, and what Organizations does not reach.
record OfAws(Query query) {
    /// Of the services that cases are drawn for, those that are not in the list of
    /// <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services>.
    private static final Set<String> WITHOUT_CONTROL = Set.of("sns", "lambda", "iam", "ec2");

    /// "No permissions are required to perform this operation": `GetCallerIdentity`, and for users `GetSessionToken`.
    boolean grants() {
        Asker asker = query.asker();
        return switch (query.action()) {
            case "sts:getcalleridentity" -> !asker.name().isEmpty();
            case "sts:getsessiontoken" -> asker.isUser() || asker.isRoot();
            default -> false;
        };
    }

    /// What nobody may, whatever policies say.
    boolean refuses() {
        String name = query.resourceName();
        return switch (query.service()) {
            case "sts" -> refusesRole();
            case "kms" -> query.action().endsWith("alias") && name.startsWith("alias/aws/");
            // "belong to the bucket owner's account": API_PutBucketPolicy.html
            case "s3" ->
                isOnBucketPolicy() && !asksInOwnAccount() && !query.asker().isService();
            // policies of AWS's own, and roles that IAM Identity Center keeps
            case "iam" ->
                query.action().equals("iam:createpolicyversion")
                        ? query.resource().contains(":iam::aws:policy/")
                        : query.action().equals("iam:putrolepolicy") && name.startsWith("role/aws-reserved/");
            default -> false;
        };
    }

    /// "The root principal in a bucket owner's AWS account can perform … even if their bucket policy explicitly
    /// denies": API_PutBucketPolicy.html.
    boolean passesOverBucketPolicy() {
        return isOnBucketPolicy() && asksInOwnAccount() && query.asker().isRoot();
    }

    private boolean isOnBucketPolicy() {
        return query.action().matches("s3:(get|put|delete)bucketpolicy");
    }

    private boolean asksInOwnAccount() {
        Asker asker = query.asker();
        return asker.isInAccount() && (query.owner().isEmpty() || query.owner().equals(asker.account()));
    }

    /// "Role chaining limits your … role session to a maximum of one hour"; "You cannot call AssumeRole by using AWS
    /// account root user credentials".
    private boolean refusesRole() {
        Asker asker = query.asker();
        Optional<List<String>> seconds = query.values("sts:DurationSeconds");
        boolean tooLong = asker.isSession()
                && seconds.isPresent()
                && Integer.parseInt(seconds.get().getFirst()) > 3_600;
        return switch (query.action()) {
            case "sts:assumerole" -> asker.isRoot() || tooLong;
            case "sts:getsessiontoken" -> true;
            default -> false;
        };
    }

    boolean isGuardedByControlPolicies() {
        boolean serviceTakesItsRole =
                query.asker().isService() && query.resource().contains(":role/aws-service-role/");
        return !WITHOUT_CONTROL.contains(query.service())
                && !query.action().equals("kms:retiregrant")
                && !query.asker().isServiceLinked()
                && !serviceTakesItsRole;
    }
}
