package dev.curfew.connector.aws.door;

import dev.curfew.connector.aws.call.AwsAddresses;
import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.call.AwsClock;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.call.AwsService;
import dev.curfew.connector.aws.credential.StsKeys;
import dev.curfew.connector.aws.key.AwsProbe;
import dev.curfew.connector.aws.live.Answers;
import dev.curfew.connector.aws.live.Caller;
import dev.curfew.connector.aws.live.KeyListing;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.breakglass.EmergencyDoor;
import dev.curfew.model.breakglass.Entry;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Lets a user in by an access key. By themselves they may only become one role, which is theirs alone, and replace
/// their key; the role may the rest, in a session that its own denial ends.
public final class AwsDoor implements EmergencyDoor {
    private static final Messages MESSAGES = Messages.of(AwsDoor.class);

    /// As long as any use may take, and what a role allows that nobody set (STS API Reference, AssumeRole).
    private static final Duration LONGEST = Duration.ofHours(1);

    /// "IAM changes take about 3-4 s to spread", a new key among them; waited for a good while longer.
    private static final int TRIES_MAX = 40;

    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final AwsSite site;
    private final RandomGenerator random = new SecureRandom();

    /// @param connection none of its own credentials is used
    public AwsDoor(Http http, Connection connection, Clock clock) {
        AwsAddresses addresses = AwsAddresses.of(connection);
        site = new AwsSite(
                addresses,
                new AwsClient(http, addresses, clock, Thread::sleep),
                AwsClock.of(http, connection, clock),
                clock);
    }

    @Override
    public String account(Secret credential) {
        try (EmergencyUser user = EmergencyUser.of(credential)) {
            return user.arn();
        }
    }

    @Override
    public Entry enter(Secret credential) throws InterruptedException {
        EmergencyUser user = EmergencyUser.of(credential);
        boolean isOpen = false;
        try {
            Entry entry = begin(user);
            isOpen = true;
            return entry;
        } finally {
            if (!isOpen) {
                user.close();
            }
        }
    }

    private Entry begin(EmergencyUser user) throws InterruptedException {
        AwsCall call = new AwsCall(
                AwsService.STS,
                "AssumeRole",
                Map.of(
                        "RoleArn",
                        user.role(),
                        "RoleSessionName",
                        "break-glass-" + Long.toHexString(random.nextLong()),
                        "DurationSeconds",
                        String.valueOf(LONGEST.toSeconds())),
                true);
        AwsAnswer answer = site.client().call(call, user.key());
        if (!(answer instanceof AwsAnswer.Done done)) {
            throw new SourceException(
                    Answers.failure(answer).kind(), MESSAGES.text("not-in", user.arn(), user.role(), answer.detail()));
        }
        try {
            Reading credentials =
                    Reading.of(KeyListing.result(done.body(), call.action()).require("Credentials"));
            AwsKey session = StsKeys.of(credentials).orElseThrow(() -> unreadable(user));
            Instant until = Objects.requireNonNullElseGet(
                    credentials.instant("Expiration"),
                    () -> site.clock().instant().plus(LONGEST));
            return new AwsEntry(site, user, session, until);
        } catch (MalformedException _) {
            // its words could quote what was received
            throw unreadable(user);
        }
    }

    private static SourceException unreadable(EmergencyUser user) {
        return new SourceException(SourceException.Kind.MALFORMED, MESSAGES.text("unreadable", user.role()));
    }

    /// By whose key STS says it is, which needs no permission.
    @Override
    public ProbeOutcome attempt(Secret credential) throws InterruptedException {
        try (EmergencyUser user = EmergencyUser.of(credential)) {
            return attempt(user);
        }
    }

    private ProbeOutcome attempt(EmergencyUser user) throws InterruptedException {
        AwsAnswer answer = site.client().call(AwsCall.callerIdentity(false), user.key());
        Instant at = site.clock().instant();
        ProbeOutcome outcome = AwsProbe.outcome(answer, at);
        if (outcome instanceof ProbeOutcome.Accepted && answer instanceof AwsAnswer.Done done) {
            String caller = Caller.read(done.body()).arn();
            return caller.equals(user.arn())
                    ? new ProbeOutcome.Accepted(at, MESSAGES.text("accepted", user.name()))
                    : new ProbeOutcome.Refused(at, RefusalClass.DENIED, MESSAGES.text("other", caller, user.arn()));
        }
        return outcome;
    }

    /// IAM makes keys itself: the new one is there already, beside the old one, until [Entry#replace] deletes that.
    @Override
    public Secret fresh(Secret credential) throws InterruptedException {
        try (EmergencyUser user = EmergencyUser.of(credential)) {
            UserKeys keys = new UserKeys(site.client(), user);
            Secret fresh = keys.make();
            boolean isTaken = false;
            boolean isTried = false;
            try {
                isTaken = isTaken(fresh);
                isTried = true;
            } finally {
                if (!isTried) {
                    // nobody else knows of it
                    drop(keys, fresh);
                }
            }
            if (!isTaken) {
                throw notTaken(keys, fresh);
            }
            return fresh;
        }
    }

    private SourceException notTaken(UserKeys keys, Secret fresh) throws InterruptedException {
        String user = keys.user().name();
        String id = id(fresh);
        ActionOutcome dropped = drop(keys, fresh);
        return new SourceException(
                SourceException.Kind.UNREACHABLE,
                dropped.isDone()
                        ? MESSAGES.text("not-taken", user, seconds())
                        : MESSAGES.text("not-taken.left", user, seconds(), id, dropped.detail()));
    }

    private static String id(Secret fresh) {
        try (EmergencyUser made = EmergencyUser.of(fresh)) {
            return made.key().id();
        }
    }

    private static long seconds() {
        return BETWEEN.multipliedBy(TRIES_MAX).toSeconds();
    }

    private boolean isTaken(Secret fresh) throws InterruptedException {
        boolean taken = attempt(fresh) instanceof ProbeOutcome.Accepted;
        for (int i = 1; i < TRIES_MAX && !taken; i++) {
            Thread.sleep(BETWEEN);
            taken = attempt(fresh) instanceof ProbeOutcome.Accepted;
        }
        return taken;
    }

    private ActionOutcome drop(UserKeys keys, Secret fresh) throws InterruptedException {
        boolean interrupted = Thread.interrupted();
        try (fresh;
                EmergencyUser made = EmergencyUser.of(fresh)) {
            return keys.delete(made.key().id(), site.clock().instant());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// The role that they become, and nobody else.
    @Override
    public boolean isSame(String account, Identity other) {
        return other.id().nativeId().equals(EmergencyUser.role(account));
    }

    @Override
    public Set<URI> places() {
        return site.places();
    }
}
