package dev.curfew.connector.aws.details;

import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who holds inline policies.
///
/// @param kind `User`, `Group` or `Role`, as IAM's calls spell it
public record Principal(String kind, String name) {
    private static final Messages MESSAGES = Messages.of(Principal.class);
    private static final Pattern ARN = Pattern.compile("arn:[\\w-]+:iam::\\d{12}:(user|group|role)/(.*/)?([^/#]+)");

    /// Roles that only AWS itself changes.
    private static final Pattern RESERVED = Pattern.compile("aws-reserved/.*|aws-service-role/.*");

    /// @throws SourceException if it is none, or AWS keeps it for itself
    public static Principal of(String arn) {
        Matcher matcher = ARN.matcher(arn);
        if (!matcher.matches()) {
            throw refused("principal.none", arn);
        }
        String path = matcher.group(2);
        if (path != null && RESERVED.matcher(path).matches()) {
            throw refused("principal.reserved", arn);
        }
        String kind = matcher.group(1);
        return new Principal(Character.toUpperCase(kind.charAt(0)) + kind.substring(1), matcher.group(3));
    }

    /// For a person.
    public String words() {
        return MESSAGES.text("principal." + kind, name);
    }

    private static SourceException refused(String key, String arn) {
        return new SourceException(SourceException.Kind.REFUSED, MESSAGES.text(key, arn));
    }

    public AwsCall list() {
        return AwsCall.read("List" + kind + "Policies", Map.of(kind + "Name", name));
    }

    public AwsCall get(String policy) {
        return AwsCall.read("Get" + kind + "Policy", parameters(policy));
    }

    public AwsCall put(String policy, String document) {
        return AwsCall.change("Put" + kind + "Policy", parameters(policy)).with("PolicyDocument", document);
    }

    public AwsCall delete(String policy) {
        return AwsCall.change("Delete" + kind + "Policy", parameters(policy));
    }

    /// What would change or take away an inline policy.
    public List<String> changes() {
        return List.of("iam:Delete" + kind + "Policy", "iam:Put" + kind + "Policy");
    }

    private Map<String, String> parameters(String policy) {
        return new TreeMap<>(Map.of(kind + "Name", name, "PolicyName", policy));
    }
}
