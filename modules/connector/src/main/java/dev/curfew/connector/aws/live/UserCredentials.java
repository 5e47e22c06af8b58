package dev.curfew.connector.aws.live;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.call.AwsError;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.facts.CredentialFacts;
import dev.curfew.connector.aws.facts.Scopes;
import dev.curfew.connector.aws.facts.Usages;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.observation.CoverageState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the credentials of one user after another. Safe for many threads.
final class UserCredentials {
    final Tally keys = new Tally(Scopes.ACCESS_KEYS);
    final Tally lastUsed = new Tally(Scopes.ACCESS_KEY_LAST_USED);
    final Tally passwords = new Tally(Scopes.PASSWORDS);

    private final AwsClient client;
    private final AwsKey key;
    private final KeyListing listing;
    private final Set<String> ownKeyIds;

    UserCredentials(AwsClient client, AwsKey key, Set<String> ownKeyIds) {
        this.client = client;
        this.key = key;
        this.listing = new KeyListing(client, key);
        this.ownKeyIds = ownKeyIds;
    }

    /// @param passwordUse of a password, if the user has one
    List<Credential> of(IdentityId user, String name, Usage passwordUse) throws InterruptedException {
        List<Credential> found = new ArrayList<>(keysOf(user, name));
        found.addAll(passwordOf(user, name, passwordUse));
        return found;
    }

    private List<Credential> keysOf(IdentityId user, String name) throws InterruptedException {
        if (keys.isVain()) {
            return List.of();
        }
        try {
            return switch (listing.keysOf(name)) {
                case KeyListing.Result.All<KeyListing.Listed>(List<KeyListing.Listed> listed) -> {
                    keys.done(listed.size());
                    List<Credential> found = new ArrayList<>();
                    for (KeyListing.Listed each : listed) {
                        found.add(accessKey(user, each));
                    }
                    yield found;
                }
                case KeyListing.Result.Not<KeyListing.Listed>(AwsAnswer answer) -> {
                    tellNone(keys, answer);
                    yield List.of();
                }
            };
        } catch (MalformedException e) {
            keys.failed(CoverageState.FAILED, Answers.unreadable(e));
            return List.of();
        }
    }

    private Credential accessKey(IdentityId user, KeyListing.Listed listed) throws InterruptedException {
        boolean isOwn = ownKeyIds.contains(listed.id());
        Usage usage = isOwn ? Usages.own() : usageOf(listed);
        return CredentialFacts.accessKey(
                user, listed.userName(), listed.id(), listed.active(), listed.createdAt(), usage, isOwn);
    }

    private Usage usageOf(KeyListing.Listed listed) throws InterruptedException {
        if (lastUsed.isVain()) {
            return Usages.keyUnread();
        }
        AwsAnswer answer = client.call(KeyUse.call(listed.id()), key);
        if (!(answer instanceof AwsAnswer.Done done)) {
            lastUsed.failed(answer);
            return Usages.keyUnread();
        }
        try {
            Usage usage = KeyUse.read(done.body(), listed.createdAt());
            lastUsed.done(1);
            return usage;
        } catch (MalformedException e) {
            lastUsed.failed(CoverageState.FAILED, Answers.unreadable(e));
            return Usages.keyUnread();
        }
    }

    private List<Credential> passwordOf(IdentityId user, String name, Usage usage) throws InterruptedException {
        if (passwords.isVain()) {
            return List.of();
        }
        AwsCall call = AwsCall.read("GetLoginProfile", Map.of("UserName", name));
        AwsAnswer answer = client.call(call, key);
        if (!(answer instanceof AwsAnswer.Done done)) {
            tellNone(passwords, answer);
            return List.of();
        }
        try {
            Reading profile =
                    Reading.of(KeyListing.result(done.body(), call.action()).require("LoginProfile"));
            Credential password = CredentialFacts.password(
                    user, name, profile.instant("CreateDate"), profile.flag("PasswordResetRequired"), usage);
            passwords.done(1);
            return List.of(password);
        } catch (MalformedException e) {
            passwords.failed(CoverageState.FAILED, Answers.unreadable(e));
            return List.of();
        }
    }

    /// That there is no such thing is an answer too: a user without a password, or one deleted in the meantime.
    private static void tellNone(Tally tally, AwsAnswer answer) {
        if (Answers.is(answer, AwsError.NO_SUCH_ENTITY)) {
            tally.done(0);
        } else {
            tally.failed(answer);
        }
    }
}
