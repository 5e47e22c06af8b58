package dev.curfew.connector.aws.session;

import dev.curfew.connector.tree.JsonInput;
import dev.curfew.connector.tree.JsonText;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Node;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a session is narrowed to: the policy that was asked for, until its end. A session may do what both its role and
/// this allow (IAM User Guide, "Session policies").
///
/// The end stands in it, because `DurationSeconds` is 15 minutes at least, and because a console sign-in made with a
/// session may be asked to outlast it (IAM User Guide, "Enabling custom identity broker access to the AWS console").
final class SessionPolicy {
    /// STS API Reference, AssumeRole, Policy: "can't exceed 2,048 characters".
    private static final int CHARACTERS_MAX = 2048;

    private static final Messages MESSAGES = Messages.of(SessionPolicy.class);

    private SessionPolicy() {}

    /// The parameters of `AssumeRole` that narrow it. Where it fits, the very text that was approved goes along; a
    /// longer one goes by its ARN, which only managed policies have.
    ///
    /// @param text as [PolicyLook] read it
    /// @throws SourceException if it is too long, and has no ARN of its own
    static Map<String, String> parameters(PolicyId policy, String text, Instant until) {
        String whole = document(text, until);
        if (whole.length() <= CHARACTERS_MAX) {
            return Map.of("Policy", whole);
        }
        if (policy.nativeId().contains("#")) {
            throw new SourceException(
                    SourceException.Kind.REFUSED,
                    MESSAGES.text("policy.long", policy.nativeId(), whole.length(), CHARACTERS_MAX));
        }
        String rest = "{\"Version\":\"2012-10-17\",\"Statement\":[" + own(until) + "]}";
        return Map.of("Policy", rest, "PolicyArns.member.1.arn", policy.nativeId());
    }

    /// @param text JSON without white space
    static String document(String text, Instant until) {
        try {
            Map<String, Node> fields = JsonInput.parse(text) instanceof Node.Fields whole ? whole.fields() : Map.of();
            Node version = fields.get("Version");
            // Without one, IAM takes the older (IAM User Guide, "Version").
            String language = version instanceof Node.Text written ? written.value() : "2008-10-17";
            return "{\"Version\":" + CanonicalJson.text(language) + ",\"Statement\":["
                    + Stream.concat(statements(fields.get("Statement")), Stream.of(own(until)))
                            .collect(Collectors.joining(","))
                    + "]}";
        } catch (MalformedException e) {
            throw new SourceException(SourceException.Kind.MALFORMED, e.sentence(), e);
        }
    }

    private static Stream<String> statements(@Nullable Node statement) {
        return switch (statement) {
            case null -> Stream.of();
            case Node.Items items -> items.nodes().stream().map(JsonText::of);
            case Node.Fields _, Node.Text _, Node.Literal _, Node.Empty _ -> Stream.of(JsonText.of(statement));
        };
    }

    /// Its end, and the one call by which it is tried.
    private static String own(Instant until) {
        String end = CanonicalJson.text(Denial.everything(
                "CurfewEnds", Map.of("DateGreaterThanEquals", Map.of("aws:CurrentTime", until.toString()))));
        String trial = CanonicalJson.text(Map.of(
                "Sid", "CurfewTries", "Effect", "Allow", "Action", List.of(SessionProbe.RIGHT), "Resource", "*"));
        return trial + "," + end;
    }
}
