package dev.curfew.analysis.aws.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/// Whether a statement is about what is asked: its action, its resource, and its conditions.
record Says(String layer, JsonNode statement, boolean variables) {

    boolean applies(Query query) {
        return isAboutAction(query)
                && isAboutResource(query)
                && Conditions.hold(statement.path("Condition"), query, variables);
    }

    private boolean isAboutAction(Query query) {
        boolean not = statement.has("NotAction");
        List<String> patterns = Conditions.texts(statement.path(not ? "NotAction" : "Action"));
        return patterns.stream().anyMatch(it -> isLike(it, query)) != not;
    }

    private static boolean isLike(String action, Query query) {
        return Template.of(action, query, false, true).orElseThrow().matchesIgnoringCase(query.action());
    }

    /// A policy of a resource may leave it out: a trust policy always does.
    private boolean isAboutResource(Query query) {
        if (!statement.has("Resource") && !statement.has("NotResource")) {
            return true;
        }
        boolean not = statement.has("NotResource");
        List<String> patterns = Conditions.texts(statement.path(not ? "NotResource" : "Resource"));
        return patterns.stream().anyMatch(it -> isOn(it, query)) != not;
    }

    private boolean isOn(String pattern, Query query) {
        // "in the resource portion of the ARN", which is behind the fifth colon
        int variable = pattern.indexOf("${");
        boolean behind = variable >= 0 && pattern.substring(0, variable).split(":", -1).length > 5;
        Optional<Template> filled = Template.of(completed(pattern), query, variables && behind, true);
        return filled.filter(it -> it.matchesArn(query.resource())).isPresent();
    }

    /// "When you specify an incomplete ARN … in an identity-based policy, AWS automatically completes the ARN by adding
    /// wildcard characters to all missing fields": reference-arns.html. A boundary is a managed policy like others, a
    /// session's is written like one; of the others' no page says it, and they do as iam-simulate does.
    private String completed(String pattern) {
        int missing = 6 - pattern.split(":", -1).length;
        boolean completing = switch (layer) {
            case "identity", "boundary", "session" -> true;
            case "resource", "vpcEndpoint" -> pattern.contains("*");
            default -> false;
        };
        return completing && pattern.startsWith("arn:") && missing > 0 ? pattern + ":*".repeat(missing) : pattern;
    }
}
