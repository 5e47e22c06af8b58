package dev.curfew.connector.aws.live;

import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.details.AccountDetails;
import dev.curfew.connector.aws.details.UserDetail;
import dev.curfew.connector.aws.facts.FactSet;
import dev.curfew.connector.aws.facts.Usages;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Reads every user's credentials, several users at a time.
final class CredentialSweep {
    /// IAM lets an account make some 20 calls a second before it throttles; each user takes two and more.
    private static final int USERS_AT_ONCE_MAX = 8;

    private final Account account;
    private final AwsKey key;
    private final Progress progress;
    private final UserCredentials credentials;

    CredentialSweep(Account account, AwsKey key, Progress progress) {
        this.account = account;
        this.key = key;
        this.progress = progress;
        OwnKeyIds own = account.ownKeyIds();
        this.credentials = new UserCredentials(account.client(), key, own.ids());
        own.troubles().forEach(this::noteIfRead);
    }

    /// Something to know where all keys were read.
    ///
    /// @param words empty: nothing
    void noteIfRead(String words) {
        if (!words.isEmpty()) {
            credentials.keys.noteIfRead(words);
        }
    }

    /// What `ListUsers` told: null where it could not be read.
    private @Nullable List<KeyListing.User> listedUsers() throws InterruptedException {
        try {
            return switch (new KeyListing(account.client(), key).users()) {
                case KeyListing.Result.All<KeyListing.User>(List<KeyListing.User> users) -> users;
                case KeyListing.Result.Not<KeyListing.User>(var answer) -> {
                    credentials.passwords.failed(answer);
                    yield null;
                }
            };
        } catch (MalformedException e) {
            credentials.passwords.failed(CoverageState.FAILED, Answers.unreadable(e));
            return null;
        }
    }

    /// @param usersAreWhole whether the details name every user; if not, the list of users is asked too
    void read(AccountDetails details, boolean usersAreWhole, FactSet facts) throws InterruptedException {
        List<KeyListing.User> listed = listedUsers();
        Map<String, String> names = new TreeMap<>();
        for (UserDetail user : details.users()) {
            names.put(user.holder().arn(), user.holder().name());
        }
        Map<String, Usage> passwordUse = new TreeMap<>();
        if (listed != null) {
            for (KeyListing.User user : listed) {
                passwordUse.put(user.arn(), Usages.password(user.passwordLastUsed()));
                names.put(user.arn(), user.name());
            }
        } else if (!usersAreWhole) {
            credentials.keys.failed(
                    CoverageState.FAILED, Messages.of(CredentialSweep.class).text("users.unknown"));
        }
        readAll(names, passwordUse, facts);
    }

    private void readAll(Map<String, String> names, Map<String, Usage> passwordUse, FactSet facts)
            throws InterruptedException {
        AtomicLong done = new AtomicLong();
        List<Callable<List<Credential>>> tasks = names.entrySet().stream()
                .<Callable<List<Credential>>>map(user -> () -> {
                    IdentityId id = new IdentityId(account.source(), user.getKey());
                    Usage use = passwordUse.getOrDefault(user.getKey(), Usages.passwordUnread());
                    List<Credential> found = credentials.of(id, user.getValue(), use);
                    tell(done.incrementAndGet(), names.size());
                    return found;
                })
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(
                Math.min(USERS_AT_ONCE_MAX, account.client().callsMax()),
                Thread.ofVirtual().name("aws-users-", 0).factory())) {
            for (Future<List<Credential>> future : threads.invokeAll(tasks)) {
                facts.addAll(future.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a user's reading ends in coverage, never in this", e.getCause());
        }
    }

    private synchronized void tell(long done, long total) {
        progress.at(Messages.of(CredentialSweep.class).text("stage.keys"), done, total);
    }

    List<Coverage> coverage(Instant at) {
        return List.of(
                credentials.keys.coverage(account.source(), at),
                credentials.lastUsed.coverage(account.source(), at),
                credentials.passwords.coverage(account.source(), at));
    }
}
