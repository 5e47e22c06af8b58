package dev.curfew.connector.aws.feed;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.call.AwsError;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.aws.live.Answers;
import dev.curfew.connector.aws.live.AwsObserver;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.ChangeFeed;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Follows an account by its event history. CloudTrail tells of something some minutes after it happened, and not in
/// order, so each look goes back over what it may still tell of. How late it was stands in the coverage.
public final class CloudTrailFeed implements ChangeFeed {
    private static final Messages MESSAGES = Messages.of(CloudTrailFeed.class);

    /// CloudTrail says 5 minutes on average, and promises nothing; a whole reading finds what comes later still.
    private static final Duration LATE_MAX = Duration.ofMinutes(30);

    /// AWS's clock and this machine's differ by less, or nothing here would be signed.
    private static final Duration SKEW_MAX = Duration.ofMinutes(5);

    private static final Duration EVERY = Duration.ofSeconds(30);

    /// Others ask the account's history too.
    private static final Duration WHEN_THROTTLED = Duration.ofMinutes(2);

    private static final int TIMES_AS_LONG = 9;

    private final Account account;
    private final AwsObserver observer;
    private final AwsClient.Waiting waiting;
    private final Instant openedAt;
    private final Map<String, Instant> seen = new HashMap<>();
    private Instant nextLook;
    private Duration late = Duration.ZERO;

    private CloudTrailFeed(Account account, AwsObserver observer, AwsClient.Waiting waiting) {
        this.account = account;
        this.observer = observer;
        this.waiting = waiting;
        this.openedAt = account.now();
        this.nextLook = openedAt;
    }

    /// Empty where the account's event history is not told to the reading key, or there is none.
    ///
    /// @param observer reads again what changed
    /// @param waiting lets time pass
    /// @throws SourceException if it cannot be known whether it is
    public static Optional<ChangeFeed> open(Account account, AwsObserver observer, AwsClient.Waiting waiting)
            throws InterruptedException {
        CloudTrailFeed feed = new CloudTrailFeed(account, observer, waiting);
        return switch (feed.lookUp(feed.openedAt.minus(SKEW_MAX))) {
            case EventLookup.Found.Events(List<TrailedEvent> before) -> {
                before.forEach(event -> feed.seen.put(event.id(), event.at()));
                yield Optional.of(feed);
            }
            case EventLookup.Found.Not(AwsAnswer answer) -> {
                if (answer instanceof AwsAnswer.None || Answers.is(answer, AwsError.THROTTLED)) {
                    throw Answers.failure(answer);
                }
                yield Optional.empty();
            }
        };
    }

    private EventLookup.Found lookUp(Instant start) throws InterruptedException {
        try (AwsKey key = account.readingKey()) {
            return new EventLookup(account.client(), key, waiting).since(start);
        }
    }

    @Override
    public Set<String> await(Duration atMost) throws InterruptedException {
        Instant until = account.now().plus(atMost);
        while (true) {
            Instant now = account.now();
            if (!now.isBefore(nextLook)) {
                Set<String> changed = look(now);
                if (!changed.isEmpty()) {
                    return changed;
                }
            }
            if (!account.now().isBefore(until)) {
                return Set.of();
            }
            waiting.pass(Duration.between(account.now(), nextLook.isBefore(until) ? nextLook : until));
        }
    }

    private Set<String> look(Instant now) throws InterruptedException {
        Instant start = later(openedAt.minus(SKEW_MAX), now.minus(LATE_MAX));
        EventLookup.Found found = lookUp(start);
        Duration took = Duration.between(now, account.now());
        nextLook = account.now().plus(longer(EVERY, took.multipliedBy(TIMES_AS_LONG)));
        return switch (found) {
            case EventLookup.Found.Events events -> take(events, start);
            case EventLookup.Found.Not(AwsAnswer answer) -> {
                if (!Answers.is(answer, AwsError.THROTTLED)) {
                    throw Answers.failure(answer);
                }
                nextLook = account.now().plus(WHEN_THROTTLED);
                yield Set.of();
            }
        };
    }

    private Set<String> take(EventLookup.Found.Events found, Instant start) {
        Set<String> changed = new TreeSet<>();
        for (TrailedEvent event : found.events()) {
            Set<String> scopes = event.isOfIam() ? ChangedScopes.of(event.name()) : Set.of();
            if (seen.put(event.id(), event.at()) == null && !scopes.isEmpty()) {
                late = longer(changed.isEmpty() ? Duration.ZERO : late, Duration.between(event.at(), account.now()));
                changed.addAll(scopes);
            }
        }
        seen.values().removeIf(at -> at.isBefore(start));
        return changed;
    }

    @Override
    public Observation read(Set<String> scopes, Progress progress) throws InterruptedException {
        boolean withCredentials = scopes.stream().anyMatch(ChangedScopes.CREDENTIALS::contains);
        Observation read = observer.observe(progress, withCredentials);
        return new Observation(
                read.source(),
                read.startedAt(),
                read.finishedAt(),
                read.facts(),
                read.coverage().stream().map(this::told).toList());
    }

    /// A scope that was read whole says how late that was.
    private Coverage told(Coverage coverage) {
        boolean isSilent =
                coverage.state() == CoverageState.READ && coverage.detail().isEmpty();
        return isSilent
                ? new Coverage(
                        coverage.source(),
                        coverage.scope(),
                        coverage.state(),
                        MESSAGES.text("late", minutes(late)),
                        coverage.items(),
                        coverage.at())
                : coverage;
    }

    /// Begun ones count.
    private static long minutes(Duration time) {
        return Math.max(1, time.plusSeconds(59).toMinutes());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public void close() {
        // each look takes the key from the secrets, and gives it back
    }
}
