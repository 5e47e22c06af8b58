package dev.curfew.connector.aws.key;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsError;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.aws.live.Answers;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;

/// Ends access keys, with the acting credential. IAM takes some seconds to spread a change, and sessions that the key
/// minted live on: what a key's end is worth, only a probe says.
public final class AwsRevoker implements Revoker {
    /// Reversible: IAM can activate the key again.
    public static final String DEACTIVATE = "aws.deactivate-access-key";

    /// Takes [#DEACTIVATE] back.
    public static final String ACTIVATE = "aws.activate-access-key";

    public static final String DELETE = "aws.delete-access-key";

    private final Account account;

    public AwsRevoker(Account account) {
        this.account = account;
    }

    @Override
    public ActionOutcome act(Action action, CredentialId credential) throws InterruptedException {
        String id = credential.nativeId();
        if (!List.of(DEACTIVATE, ACTIVATE, DELETE).contains(action.code())) {
            throw new IllegalArgumentException("AWS has no action " + action.code());
        }
        if (!AwsKey.isId(id) || !credential.source().equals(account.source())) {
            return refused(word("act.no-key"));
        }
        try (AwsKey key = account.actingKey()) {
            return switch (new KeySearch(account.client(), key).find(id)) {
                case KeyStanding.Gone gone when action.code().equals(ACTIVATE) -> refused(gone.detail());
                case KeyStanding.Gone gone -> new ActionOutcome.AlreadyDone(account.now(), gone.detail());
                case KeyStanding.Ambiguous ambiguous -> refused(ambiguous.detail());
                case KeyStanding.Untold(AwsAnswer answer) -> unfinished(answer);
                case KeyStanding.Held held when action.code().equals(DEACTIVATE) -> deactivate(id, held, key);
                case KeyStanding.Held held when action.code().equals(ACTIVATE) -> activate(id, held, key);
                case KeyStanding.Held held -> delete(id, held, key);
            };
        } catch (SourceException e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    private ActionOutcome deactivate(String id, KeyStanding.Held held, AwsKey key) throws InterruptedException {
        if (!held.active()) {
            return new ActionOutcome.AlreadyDone(account.now(), word("act.inactive", held.userName()));
        }
        return update(id, held, "Inactive", key);
    }

    private ActionOutcome activate(String id, KeyStanding.Held held, AwsKey key) throws InterruptedException {
        return held.active()
                ? new ActionOutcome.AlreadyDone(account.now(), word("list.active", held.userName()))
                : update(id, held, "Active", key);
    }

    private ActionOutcome update(String id, KeyStanding.Held held, String status, AwsKey key)
            throws InterruptedException {
        return change(
                AwsCall.change(
                        "UpdateAccessKey", Map.of("AccessKeyId", id, "UserName", held.userName(), "Status", status)),
                held,
                key);
    }

    private ActionOutcome delete(String id, KeyStanding.Held held, AwsKey key) throws InterruptedException {
        return change(
                AwsCall.change("DeleteAccessKey", Map.of("AccessKeyId", id, "UserName", held.userName())), held, key);
    }

    private ActionOutcome change(AwsCall call, KeyStanding.Held held, AwsKey key) throws InterruptedException {
        AwsAnswer answer = account.client().call(call, key);
        if (answer instanceof AwsAnswer.Done) {
            return new ActionOutcome.Done(account.now(), word("act.done", call.action(), held.userName()));
        }
        return Answers.is(answer, AwsError.NO_SUCH_ENTITY)
                ? new ActionOutcome.AlreadyDone(account.now(), answer.detail())
                : unfinished(answer);
    }

    private ActionOutcome unfinished(AwsAnswer answer) {
        return Answers.unfinished(answer, account.now(), answer.detail());
    }

    private ActionOutcome refused(String detail) {
        return new ActionOutcome.Refused(account.now(), detail);
    }

    private static String word(String key, Object... arguments) {
        return Messages.of(AwsRevoker.class).text(key, arguments);
    }
}
