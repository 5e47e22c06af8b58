package dev.curfew.connector.aws.door;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.call.AwsError;
import dev.curfew.connector.aws.live.Answers;
import dev.curfew.connector.aws.live.KeyListing;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The access keys of a break-glass user, who replaces them by their own rights.
record UserKeys(AwsClient client, EmergencyUser user) {
    private static final Messages MESSAGES = Messages.of(UserKeys.class);

    /// A user has two keys at most, and this one's other is nobody's: what a replacing left that was cut off.
    ///
    /// @return as [EmergencyUser#of] takes it
    /// @throws SourceException if IAM refused or did not answer
    Secret make() throws InterruptedException {
        AwsCall call = AwsCall.change("CreateAccessKey", Map.of("UserName", user.name()));
        AwsAnswer answer = client.call(call, user.key());
        if (answer instanceof AwsAnswer.Failed full && full.code().equals("LimitExceeded")) {
            deleteOthers(user.key().id(), Instant.EPOCH);
            answer = client.call(call, user.key());
        }
        if (!(answer instanceof AwsAnswer.Done done)) {
            throw refused("not-made", answer);
        }
        try {
            // The XML's strings cannot be wiped; they go with this method's frame.
            Reading made =
                    Reading.of(KeyListing.result(done.body(), call.action()).require("AccessKey"));
            return user.with(made.text("AccessKeyId"), made.text("SecretAccessKey"));
        } catch (MalformedException e) {
            throw new SourceException(SourceException.Kind.MALFORMED, Answers.unreadable(e), e);
        }
    }

    /// Deletes every key of the user's but one.
    ActionOutcome deleteOthers(String keptId, Instant at) throws InterruptedException {
        try {
            return switch (new KeyListing(client, user.key()).keysOf(user.name())) {
                case KeyListing.Result.Not<KeyListing.Listed>(AwsAnswer answer) ->
                    Answers.unfinished(answer, at, MESSAGES.text("unlisted", user.name(), answer.detail()));
                case KeyListing.Result.All<KeyListing.Listed>(List<KeyListing.Listed> keys) ->
                    deleteOthers(keys, keptId, at);
            };
        } catch (MalformedException e) {
            return new ActionOutcome.Uncertain(at, Answers.unreadable(e));
        }
    }

    private ActionOutcome deleteOthers(List<KeyListing.Listed> keys, String keptId, Instant at)
            throws InterruptedException {
        ActionOutcome outcome = new ActionOutcome.AlreadyDone(at, MESSAGES.text("alone"));
        for (KeyListing.Listed key : keys) {
            if (outcome.isDone() && !key.id().equals(keptId)) {
                outcome = delete(key.id(), at);
            }
        }
        return outcome;
    }

    ActionOutcome delete(String id, Instant at) throws InterruptedException {
        AwsAnswer answer = client.call(
                AwsCall.change("DeleteAccessKey", Map.of("UserName", user.name(), "AccessKeyId", id)), user.key());
        if (answer instanceof AwsAnswer.Done || Answers.is(answer, AwsError.NO_SUCH_ENTITY)) {
            return new ActionOutcome.Done(at, MESSAGES.text("replaced", id));
        }
        return Answers.unfinished(answer, at, MESSAGES.text("not-deleted", user.name(), id, answer.detail()));
    }

    private SourceException refused(String key, AwsAnswer answer) {
        return new SourceException(Answers.failure(answer).kind(), MESSAGES.text(key, user.name(), answer.detail()));
    }
}
