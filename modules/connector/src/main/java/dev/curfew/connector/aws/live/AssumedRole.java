package dev.curfew.connector.aws.live;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.call.AwsService;
import dev.curfew.connector.aws.credential.OwnKeys;
import dev.curfew.connector.aws.credential.StsKeys;
import dev.curfew.connector.aws.credential.Wanted;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.util.Map;
import java.util.TreeMap;

/// Becomes a role, in the account that is read or on the way there, by another key.
public record AssumedRole(AwsClient client) implements OwnKeys.Roles {
    private static final String ACTION = "AssumeRole";

    @Override
    public AwsKey become(AwsKey by, Wanted wanted) throws InterruptedException {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "RoleArn",
                wanted.role(),
                "RoleSessionName",
                wanted.session(),
                "DurationSeconds",
                String.valueOf(wanted.time().toSeconds())));
        if (!wanted.externalId().isEmpty()) {
            parameters.put("ExternalId", wanted.externalId());
        }
        AwsAnswer answer = client.call(new AwsCall(AwsService.STS, ACTION, parameters, true), by);
        if (!(answer instanceof AwsAnswer.Done done)) {
            SourceException why = Answers.failure(answer);
            throw why.kind() == SourceException.Kind.REFUSED
                    ? new SourceException(
                            SourceException.Kind.REFUSED, word("role.refused", wanted.role(), answer.detail()))
                    : why;
        }
        return StsKeys.of(done.body(), ACTION)
                .orElseThrow(() -> new SourceException(SourceException.Kind.MALFORMED, word("role.unreadable")));
    }

    private static String word(String key, Object... arguments) {
        return Messages.of(AssumedRole.class).text(key, arguments);
    }
}
