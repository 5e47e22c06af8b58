package dev.curfew.connector.aws.live;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.call.AwsKeyText;
import dev.curfew.connector.aws.call.AwsService;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.util.Map;
import java.util.TreeMap;

/// Becomes a role, in the account that is read, by a key of another account.
final class AssumedRole {
    /// What the account's CloudTrail calls our sessions.
    private static final String SESSION = "curfew";

    private AssumedRole() {}

    /// @param externalId empty: none is asked for
    /// @return a session's key, for an hour
    /// @throws SourceException if the key may not become the role
    static AwsKey by(AwsClient client, AwsKey key, String role, String externalId) throws InterruptedException {
        Map<String, String> parameters = new TreeMap<>(Map.of("RoleArn", role, "RoleSessionName", SESSION));
        if (!externalId.isEmpty()) {
            parameters.put("ExternalId", externalId);
        }
        AwsAnswer answer = client.call(new AwsCall(AwsService.STS, "AssumeRole", parameters, true), key);
        if (!(answer instanceof AwsAnswer.Done done)) {
            SourceException why = Answers.failure(answer);
            throw why.kind() == SourceException.Kind.REFUSED
                    ? new SourceException(SourceException.Kind.REFUSED, word("role.refused", role, answer.detail()))
                    : why;
        }
        return session(done.body());
    }

    private static AwsKey session(String xml) {
        try {
            Reading credentials =
                    Reading.of(KeyListing.result(xml, "AssumeRole").require("Credentials"));
            Map<String, String> kept = Map.of(
                    "AccessKeyId",
                    credentials.text("AccessKeyId"),
                    "SecretAccessKey",
                    credentials.text("SecretAccessKey"),
                    "SessionToken",
                    credentials.text("SessionToken"));
            try (Secret text = Secret.of(CanonicalJson.text(kept))) {
                return AwsKeyText.parse(text)
                        .orElseThrow(
                                () -> new SourceException(SourceException.Kind.MALFORMED, word("role.unreadable")));
            }
        } catch (MalformedException _) {
            // its words could quote what was received
            throw new SourceException(SourceException.Kind.MALFORMED, word("role.unreadable"));
        }
    }

    private static String word(String key, Object... arguments) {
        return Messages.of(AssumedRole.class).text(key, arguments);
    }
}
