package dev.curfew.analysis.aws.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// `RestrictPublicBuckets`: "restricts access to a bucket with a public policy to only AWS service principals and
/// authorized users within the bucket owner's account".
///
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html>
final class PublicBucket {
    /// "fixed values (values that don't contain a wildcard or an AWS Identity and Access Management Policy Variable)"
    private static final Set<String> FIXING = Set.of(
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

    private PublicBucket() {}

    static boolean isClosed(Query query, JsonNode given) {
        Asker asker = query.asker();
        boolean ofAccount = asker.isInAccount()
                && (query.owner().isEmpty() || asker.account().equals(query.owner()));
        return given.at("/settings/restrictPublicBuckets").asBoolean()
                && query.resource().startsWith("arn:aws:s3:::")
                && !ofAccount
                && !asker.isService()
                && isPublic(given.path("resourcePolicy"));
    }

    private static boolean isPublic(JsonNode policy) {
        JsonNode statement = policy.path("Statement");
        boolean variables = policy.path("Version").asText().equals("2012-10-17");
        for (JsonNode each : statement.isArray() ? statement : List.of(statement)) {
            JsonNode principal = each.path("Principal");
            boolean open = each.has("NotPrincipal")
                    || principal.asText().equals("*")
                    || Conditions.texts(principal.path("AWS")).contains("*");
            if (each.path("Effect").asText().equals("Allow") && open && !isFixed(each.path("Condition"), variables)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFixed(JsonNode condition, boolean variables) {
        for (Map.Entry<String, JsonNode> operator : condition.properties()) {
            String name = operator.getKey().toLowerCase(Locale.ROOT);
            boolean demands = !name.contains("not")
                    && !name.equals("null")
                    && !name.endsWith("ifexists")
                    && !name.startsWith("forallvalues:");
            boolean patterns = name.contains("like") || name.contains("arn");
            for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
                String lower = key.getKey().toLowerCase(Locale.ROOT);
                List<String> values = Conditions.texts(key.getValue());
                boolean fixed =
                        FIXING.contains(lower) && values.stream().allMatch(it -> isFixed(it, variables, patterns));
                boolean narrow = lower.equals("aws:sourceip") && values.stream().allMatch(PublicBucket::isNarrow);
                if (demands && !values.isEmpty() && (fixed || narrow)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// An escape is a character, no variable.
    private static boolean isFixed(String value, boolean variables, boolean patterns) {
        String rest = variables ? value.replaceAll("\\$\\{[*?$]}", "") : value;
        boolean wild = patterns && (rest.contains("*") || rest.contains("?"));
        return !wild && !(variables && rest.contains("${"));
    }

    /// "very broad IP ranges … as public": broader than /8, or /32 of version 6.
    private static boolean isNarrow(String range) {
        String[] parts = range.split("/", 2);
        return parts.length == 1 || Integer.parseInt(parts[1]) >= (range.contains(":") ? 32 : 8);
    }
}
