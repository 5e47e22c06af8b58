package dev.curfew.connector.aws.timebox;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsError;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.details.PolicyText;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.aws.live.Answers;
import dev.curfew.connector.aws.live.KeyListing;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.util.Optional;

/// IAM's calls about inline policies, and what their answers mean.
final class Iam {
    private static final Messages MESSAGES = Messages.of(Iam.class);

    private final Account account;

    Iam(Account account) {
        this.account = account;
    }

    /// The text of an inline policy; empty where there is none.
    ///
    /// @throws SourceException if it cannot be read
    Optional<String> text(AwsKey key, AwsCall get) throws InterruptedException {
        AwsAnswer answer = account.client().call(get, key);
        if (Answers.is(answer, AwsError.NO_SUCH_ENTITY)) {
            return Optional.empty();
        }
        if (!(answer instanceof AwsAnswer.Done done)) {
            throw Answers.failure(answer);
        }
        try {
            return Optional.of(
                    PolicyText.of(KeyListing.result(done.body(), get.action()).require("PolicyDocument")));
        } catch (MalformedException e) {
            throw new SourceException(SourceException.Kind.MALFORMED, e.sentence(), e);
        }
    }

    /// @throws SourceException if AWS did not do it
    void require(AwsKey key, AwsCall call) throws InterruptedException {
        AwsAnswer answer = account.client().call(call, key);
        if (!(answer instanceof AwsAnswer.Done)) {
            throw Answers.isNo(answer)
                    ? new SourceException(SourceException.Kind.REFUSED, no(call, answer))
                    : Answers.failure(answer);
        }
    }

    ActionOutcome change(AwsKey key, AwsCall call) throws InterruptedException {
        AwsAnswer answer = account.client().call(call, key);
        return answer instanceof AwsAnswer.Done
                ? new ActionOutcome.Done(account.now(), MESSAGES.text("did", call.action()))
                : Answers.unfinished(answer, account.now(), no(call, answer));
    }

    private static String no(AwsCall call, AwsAnswer answer) {
        return MESSAGES.text("refused", call.action(), answer.detail());
    }
}
