package dev.curfew.connector.aws.key;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.facts.Usages;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.aws.live.Answers;
import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.KeyListing;
import dev.curfew.connector.aws.live.KeyUse;
import dev.curfew.connector.aws.live.Unanswered;
import dev.curfew.connector.aws.report.UserKeys;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.rotation.Rotator;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A second access key of the same user. IAM lets a user have two (IAM User Guide, "IAM and AWS STS quotas"), and has
/// no place on a key for a mark. That CloudTrail's files do not tell of a key means nothing: most uses of data are in
/// none, and which regions they should be of is not known.
public final class AwsRotator implements Rotator {
    private static final int KEYS_MAX = 2;

    private final Account account;
    private final AwsClient.Waiting waiting;

    /// @param waiting for a report that is being made
    public AwsRotator(Account account, AwsClient.Waiting waiting) {
        this.account = account;
        this.waiting = waiting;
    }

    @Override
    public Set<CredentialId> beside(CredentialId old) throws InterruptedException {
        try (AwsKey key = account.actingKey()) {
            List<KeyListing.Listed> keys = keys(holder(old, key).userName(), key);
            if (keys.size() >= KEYS_MAX) {
                String other = keys.stream()
                        .map(KeyListing.Listed::id)
                        .filter(id -> !id.equals(old.nativeId()))
                        .collect(Collectors.joining(", "));
                throw refused(word("rotate.full", KEYS_MAX, other));
            }
            return others(keys, old);
        }
    }

    @Override
    public Set<CredentialId> strays(CredentialId old, String mark, Set<CredentialId> beside)
            throws InterruptedException {
        try (AwsKey key = account.actingKey()) {
            return others(keys(holder(old, key).userName(), key), old).stream()
                    .filter(id -> !beside.contains(id))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    @Override
    public boolean marks() {
        return false;
    }

    /// The value is a profile as the command line's credentials file has it. Not repeated: an answer that got lost may
    /// have been a key.
    @Override
    public Fresh make(CredentialId old, String mark) throws InterruptedException {
        try (AwsKey key = account.actingKey()) {
            AwsCall call = AwsCall.change(
                    "CreateAccessKey", Map.of("UserName", holder(old, key).userName()));
            AwsAnswer answer = account.client().call(call, key);
            if (!(answer instanceof AwsAnswer.Done done)) {
                throw Answers.failure(answer);
            }
            Reading made =
                    Reading.of(KeyListing.result(done.body(), call.action()).require("AccessKey"));
            // The XML's strings cannot be wiped; they go with this method's frame.
            String id = made.text("AccessKeyId");
            return new Fresh(
                    new CredentialId(old.source(), id),
                    Secret.of("[default]\naws_access_key_id = " + id + "\naws_secret_access_key = "
                            + made.text("SecretAccessKey")));
        } catch (MalformedException e) {
            throw new SourceException(SourceException.Kind.MALFORMED, Answers.unreadable(e), e);
        }
    }

    @Override
    public ActionOutcome discard(CredentialId fresh) throws InterruptedException {
        return new AwsRevoker(account).act(new Action(AwsRevoker.DELETE, false), fresh);
    }

    @Override
    public Usage lastUse(CredentialId credential) throws InterruptedException {
        try (AwsKey key = account.readingKey()) {
            AwsAnswer answer = account.client().call(KeyUse.call(credential.nativeId()), key);
            String user = holder(credential, key).userName();
            Optional<KeyListing.Listed> found = keys(user, key).stream()
                    .filter(listed -> listed.id().equals(credential.nativeId()))
                    .findFirst();
            if (found.isEmpty()) {
                return Usages.keyUnread();
            }
            @Nullable Instant made = found.get().createdAt();
            return answer instanceof AwsAnswer.Done done ? KeyUse.read(done.body(), made) : reported(user, made, key);
        } catch (MalformedException | SourceException _) {
            return Usages.keyUnread();
        }
    }

    /// Where that may not be asked of a key, the account's report may tell.
    private Usage reported(String user, @Nullable Instant made, AwsKey key) throws InterruptedException {
        try {
            return UserKeys.fetch(new Asking(account.client(), key), waiting)
                    .usage(user, made)
                    .orElseGet(Usages::keyUnread);
        } catch (Unanswered _) {
            return Usages.keyUnread();
        }
    }

    @Override
    public ActionOutcome restore(CredentialId old) throws InterruptedException {
        return new AwsRevoker(account).act(new Action(AwsRevoker.ACTIVATE, true), old);
    }

    private KeyStanding.Held holder(CredentialId id, AwsKey key) throws InterruptedException {
        return switch (new KeySearch(account.client(), key).find(id.nativeId())) {
            case KeyStanding.Held held -> held;
            case KeyStanding.Gone gone -> throw refused(gone.detail());
            case KeyStanding.Ambiguous ambiguous -> throw refused(ambiguous.detail());
            case KeyStanding.Untold(AwsAnswer answer) -> throw Answers.failure(answer);
        };
    }

    private List<KeyListing.Listed> keys(String user, AwsKey key) throws InterruptedException {
        return switch (new KeyListing(account.client(), key).keysOf(user)) {
            case KeyListing.Result.All<KeyListing.Listed>(List<KeyListing.Listed> keys) -> keys;
            case KeyListing.Result.Not<KeyListing.Listed>(AwsAnswer answer) -> throw Answers.failure(answer);
        };
    }

    private static Set<CredentialId> others(List<KeyListing.Listed> keys, CredentialId old) {
        return keys.stream()
                .map(listed -> new CredentialId(old.source(), listed.id()))
                .filter(id -> !id.equals(old))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static SourceException refused(String words) {
        return new SourceException(SourceException.Kind.REFUSED, words);
    }

    private static String word(String key, Object... arguments) {
        return Messages.of(AwsRotator.class).text(key, arguments);
    }
}
