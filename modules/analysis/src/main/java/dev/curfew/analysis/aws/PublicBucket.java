package dev.curfew.analysis.aws;

import dev.curfew.analysis.aws.condition.Condition;
import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.aws.document.Principal;
import dev.curfew.analysis.aws.document.Principals;
import dev.curfew.analysis.aws.document.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// S3 block public access, the setting `RestrictPublicBuckets`.
///
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html>
public final class PublicBucket {
    /// A condition that holds one of these to fixed values makes a statement for everyone one for few.
    private static final Set<String> NARROWING = Set.of(
            "aws:principalorgid",
            "aws:principalorgpaths",
            "aws:principalaccount",
            "aws:principalarn",
            "aws:sourcearn",
            "aws:sourcevpc",
            "aws:sourcevpce",
            "aws:sourceowner",
            "aws:sourceaccount",
            "aws:userid",
            "s3:dataaccesspointarn",
            "s3:dataaccesspointaccount");

    /// A bucket or an object in one, in whatever partition.
    private static final Pattern BUCKET = Pattern.compile("arn:[^:]*:s3:::");

    private static final String ADDRESS = "aws:sourceip";

    /// Ranges broader than these are public; the private ones of RFC 1918 are no broader.
    private static final int PREFIX_V4_MIN = 8;

    private static final int PREFIX_V6_MIN = 32;

    private PublicBucket() {}

    /// Whether the bucket's policy gives the principal nothing: it is public, that is restricted, and they are neither
    /// of the account nor a service.
    public static boolean isClosedTo(AwsRequest request, AwsPolicies policies) {
        return policies.settings().restrictPublicBuckets()
                && BUCKET.matcher(request.resource()).lookingAt()
                && !request.sameAccount()
                && !(request.principal() instanceof Principal.Service)
                && policies.resource() != null
                && isPublic(policies.resource());
    }

    static boolean isPublic(PolicyDocument policy) {
        return policy.statements().stream().anyMatch(PublicBucket::isPublic);
    }

    private static boolean isPublic(Statement statement) {
        Principals principals = statement.principals();
        boolean open = principals != null && (statement.notPrincipals() || principals.everyone());
        return statement.allows() && open && statement.conditions().stream().noneMatch(PublicBucket::narrows);
    }

    private static boolean narrows(Condition condition) {
        List<String> values = condition.fixedValues();
        if (values.isEmpty()) {
            return false;
        }
        return NARROWING.stream().anyMatch(condition::isOn)
                || (condition.isOn(ADDRESS) && values.stream().allMatch(PublicBucket::isNarrow));
    }

    private static boolean isNarrow(String range) {
        int slash = range.indexOf('/');
        if (slash < 0) {
            return true;
        }
        String prefix = range.substring(slash + 1);
        return prefix.matches("\\d{1,3}")
                && Integer.parseInt(prefix) >= (range.contains(":") ? PREFIX_V6_MIN : PREFIX_V4_MIN);
    }
}
