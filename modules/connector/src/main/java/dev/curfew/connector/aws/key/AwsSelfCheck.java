package dev.curfew.connector.aws.key;

import dev.curfew.connector.aws.call.AwsAddresses;
import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.credential.OwnKeys;
import dev.curfew.connector.aws.live.AssumedRole;
import dev.curfew.connector.aws.live.Caller;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.connection.Standing;
import dev.curfew.model.port.SelfCheck;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.time.Clock;

/// Asks STS whose an access key is, by `GetCallerIdentity`, which needs no permission.
public final class AwsSelfCheck implements SelfCheck {
    private final Http http;
    private final Connection connection;
    private final Clock clock;

    public AwsSelfCheck(Http http, Connection connection, Clock clock) {
        this.http = http;
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public Standing of(Secret credential) throws InterruptedException {
        AwsClient client = new AwsClient(http, AwsAddresses.of(connection), clock, Thread::sleep);
        OwnKeys keys = new OwnKeys(http, connection, client, new AssumedRole(client), clock);
        try (AwsKey key = keys.key(credential).orElse(null)) {
            if (key == null) {
                return new Standing.Refused(word("self.format"));
            }
            return standing(client.call(AwsCall.callerIdentity(true), key), key);
        } catch (SourceException e) {
            return new Standing.Unclear(String.valueOf(e.getMessage()));
        }
    }

    private static Standing standing(AwsAnswer answer, AwsKey key) {
        return switch (answer) {
            case AwsAnswer.Done done -> works(done, key);
            case AwsAnswer.Foreign _, AwsAnswer.None _ -> new Standing.Unclear(answer.detail());
            case AwsAnswer.Failed failed ->
                switch (failed.error()) {
                    case INVALID_KEY, WRONG_SIGNATURE, DENIED -> new Standing.Refused(failed.detail());
                    case CLOCK, THROTTLED, NO_SUCH_ENTITY, SERVICE, OTHER -> new Standing.Unclear(failed.detail());
                };
        };
    }

    private static Standing works(AwsAnswer.Done done, AwsKey key) {
        try {
            String who = word("self.who", key.id(), Caller.read(done.body()).arn());
            // A user's key lasts until it is deleted; STS does not say when a session ends.
            Expiry expiry = key.isTemporary() ? new Expiry.Unknown(word("self.session")) : new Expiry.Never();
            return new Standing.Works(who, expiry);
        } catch (MalformedException _) {
            // Its words may quote what was received; that it is no STS is all there is to say.
            return new Standing.Unclear(word("probe.foreign"));
        }
    }

    private static String word(String key, Object... arguments) {
        return Messages.of(AwsSelfCheck.class).text(key, arguments);
    }
}
