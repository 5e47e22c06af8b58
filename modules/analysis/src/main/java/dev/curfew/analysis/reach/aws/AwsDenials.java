package dev.curfew.analysis.reach.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.denial.Denial;
import dev.curfew.model.id.ResourceId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Denies of AWS IAM.
public final class AwsDenials {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String KINDS = "aws.";
    private static final String POLICY = "aws.policy";
    private static final String BLANK = """
            {
              "Version": "2012-10-17",
              "Statement": [
                {"Effect": "Deny", "Action": ["*"], "Resource": ["*"]}
              ]
            }
            """;

    private AwsDenials() {}

    /// @param kind the identity's
    public static Optional<Denial> blank(String kind) {
        return kind.startsWith(KINDS) ? Optional.of(new Denial(POLICY, BLANK)) : Optional.empty();
    }

    /// @param kind the identity's that makes the hop
    public static Optional<Denial> of(String kind, Hop hop) {
        return kind.startsWith(KINDS) ? text(hop).map(text -> new Denial(POLICY, text)) : Optional.empty();
    }

    private static Optional<String> text(Hop hop) {
        List<String> actions = Arrays.stream(hop.actions().split(",\\s*", -1))
                .filter(action -> action.contains(":"))
                .toList();
        if (actions.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode statement = MAPPER.createObjectNode().put("Effect", "Deny");
        ArrayNode denied = statement.putArray("Action");
        actions.forEach(denied::add);
        ArrayNode resources = statement.putArray("Resource");
        String arn = hop.to().nativeId();
        // Who can make itself administrator does so on something else than the account.
        boolean one = arn.startsWith("arn:") && !arn.endsWith(":root");
        resources.add(one ? arn : "*");
        if (one && hop.to() instanceof ResourceId) {
            resources.add(arn + "/*");
        }
        ObjectNode document = MAPPER.createObjectNode().put("Version", "2012-10-17");
        document.putArray("Statement").add(statement);
        return Optional.of(document.toString());
    }
}
