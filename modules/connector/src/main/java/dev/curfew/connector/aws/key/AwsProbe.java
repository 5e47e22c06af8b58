package dev.curfew.connector.aws.key;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.call.AwsKeyText;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.aws.live.Answers;
import dev.curfew.connector.aws.live.Caller;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.Optional;

/// Tries an access key by `sts:GetCallerIdentity`, which needs no permission, cannot be denied by a policy, and changes
/// nothing but the key's last use. It proves that a key is valid, not what it may do.
///
/// A value is the secret alone, an id and a secret beside each other, or any text of [AwsKeyText].
public final class AwsProbe implements Probe {
    private final Account account;

    public AwsProbe(Account account) {
        this.account = account;
    }

    @Override
    public ProbeOutcome attempt(CredentialId credential, Secret value) throws InterruptedException {
        try (AwsKey key = keyOf(credential, value).orElse(null)) {
            if (key == null) {
                return new ProbeOutcome.Indeterminate(account.now(), word("probe.value"));
            }
            AwsAnswer answer = account.client().call(AwsCall.callerIdentity(false), key);
            return outcome(answer, account.now());
        }
    }

    /// What STS's answer to whose a key is says of the key.
    public static ProbeOutcome outcome(AwsAnswer answer, Instant at) {
        return switch (answer) {
            case AwsAnswer.Done done when isIdentity(done) -> new ProbeOutcome.Accepted(at, word("probe.accepted"));
            case AwsAnswer.Done _ -> new ProbeOutcome.Indeterminate(at, word("probe.foreign"));
            case AwsAnswer.Foreign foreign -> new ProbeOutcome.Indeterminate(at, foreign.detail());
            case AwsAnswer.None none -> new ProbeOutcome.Indeterminate(at, none.detail());
            case AwsAnswer.Failed failed ->
                switch (failed.error()) {
                    case INVALID_KEY -> new ProbeOutcome.Refused(at, RefusalClass.INVALID_CREDENTIAL, failed.detail());
                    case DENIED -> new ProbeOutcome.Refused(at, RefusalClass.DENIED, failed.detail());
                    case CLOCK -> new ProbeOutcome.Refused(at, RefusalClass.CLOCK, failed.detail());
                    case WRONG_SIGNATURE ->
                        new ProbeOutcome.Indeterminate(at, word("probe.signature", failed.detail()));
                    case THROTTLED, NO_SUCH_ENTITY, SERVICE, OTHER ->
                        new ProbeOutcome.Indeterminate(at, failed.detail());
                };
        };
    }

    /// A page of something else can come with 200 too.
    private static boolean isIdentity(AwsAnswer.Done done) {
        try {
            return !Caller.read(done.body()).arn().isEmpty();
        } catch (MalformedException _) {
            return false;
        }
    }

    /// By `ListAccessKeys`, with the reading credential.
    @Override
    public ListingEvidence list(CredentialId credential) throws InterruptedException {
        if (!AwsKey.isId(credential.nativeId())) {
            return new ListingEvidence.Unreadable(account.now(), word("act.no-key"));
        }
        try (AwsKey key = account.readingKey()) {
            KeyStanding standing = new KeySearch(account.client(), key).find(credential.nativeId());
            Instant at = account.now();
            return switch (standing) {
                case KeyStanding.Held held -> new ListingEvidence.Listed(at, held.active(), listed(held));
                case KeyStanding.Gone gone -> new ListingEvidence.NotListed(at, gone.detail());
                case KeyStanding.Ambiguous ambiguous -> new ListingEvidence.Unreadable(at, ambiguous.detail());
                case KeyStanding.Untold(AwsAnswer answer) -> new ListingEvidence.Unreadable(at, answer.detail());
            };
        } catch (SourceException e) {
            return new ListingEvidence.Unreadable(account.now(), String.valueOf(e.getMessage()));
        }
    }

    /// By its id where the value has one, and by a signature. AWS checks a key's id before its signature: a key that
    /// AWS no longer knows is not contradicted, and any value with its id is as good as the right one to show that.
    ///
    /// @throws SourceException if AWS does not answer, so that it cannot be said
    @Override
    public boolean belongs(CredentialId credential, Secret value) throws InterruptedException {
        try (AwsKey key = keyOf(credential, value).orElse(null)) {
            if (key == null) {
                return false;
            }
            AwsAnswer answer = account.client().call(AwsCall.callerIdentity(true), key);
            return switch (answer) {
                case AwsAnswer.Done done when isIdentity(done) -> true;
                case AwsAnswer.Done _, AwsAnswer.Foreign _, AwsAnswer.None _ -> throw Answers.failure(answer);
                case AwsAnswer.Failed failed ->
                    switch (failed.error()) {
                        case WRONG_SIGNATURE -> false;
                        case INVALID_KEY, DENIED -> true;
                        case CLOCK, THROTTLED, NO_SUCH_ENTITY, SERVICE, OTHER -> throw Answers.failure(answer);
                    };
            };
        }
    }

    /// Empty where the value is no key, another's, or a session's: a user's key with a session token is refused for the
    /// token, which says nothing of the key.
    private static Optional<AwsKey> keyOf(CredentialId credential, Secret value) {
        Optional<AwsKey> key = AwsKeyText.parse(value, credential.nativeId());
        Optional<AwsKey> fitting =
                key.filter(found -> found.id().equals(credential.nativeId()) && !found.isTemporary());
        if (fitting.isEmpty()) {
            key.ifPresent(AwsKey::close);
        }
        return fitting;
    }

    private static String listed(KeyStanding.Held held) {
        return word(held.active() ? "list.active" : "list.inactive", held.userName());
    }

    private static String word(String key, Object... arguments) {
        return Messages.of(AwsProbe.class).text(key, arguments);
    }
}
