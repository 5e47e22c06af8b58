package dev.curfew.connector.aws.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.connector.aws.AwsConnector;
import dev.curfew.connector.aws.ConnectedAccount;
import dev.curfew.connector.aws.feed.CloudTrailFeed;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.ChangeFeed;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.port.SourceException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An event history that is told late and out of order, by a server that does as it is told: the test bed's has none.
class CloudTrailFeedTest {
    private static final Instant START = Instant.parse("2026-11-29T12:00:00Z");
    private static final Duration AWAIT = Duration.ofSeconds(30);
    private static final Set<String> DETAILS = Set.of("users", "groups", "roles", "policies", "policy-resources");
    private static final Set<String> CREDENTIALS = Set.of("access-keys", "access-key-last-used", "passwords");

    private final Stepping clock = new Stepping();
    private final List<Duration> waits = new ArrayList<>();
    private final Answering answering = new Answering();
    private final MockWebServer server = new MockWebServer();
    private final Http http = new Http(HttpSettings.DEFAULTS, Clock.systemUTC());

    private static final class Stepping extends Clock {
        private Instant now = START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(answering);
        server.start();
        tells();
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    private Optional<ChangeFeed> open() throws InterruptedException {
        Connection connection = new Connection(
                new SourceName("prod"), AwsConnector.KIND.id(), server.url("/").uri(), false, Instant.EPOCH, Map.of());
        Secrets secrets = new Secrets() {
            @Override
            public Optional<Secret> get(String name) {
                return Optional.of(Secret.of("AKIAIOSFODNN7EXAMPLE canarySECRETcanarySECRETcanarySECRET0000"));
            }

            @Override
            public void put(String name, Secret value) {
                throw new AssertionError(name);
            }

            @Override
            public void remove(String name) {
                throw new AssertionError(name);
            }
        };
        Account account = new Account(connection, secrets, http, clock);
        return CloudTrailFeed.open(account, new AwsObserver(account, List.of()), this::pass);
    }

    private void pass(Duration time) {
        waits.add(time);
        clock.now = clock.now.plus(time);
    }

    private void tells(String... events) {
        answering.next.put("LookupEvents", json(200, "{\"Events\":[" + String.join(",", events) + "]}"));
    }

    private static MockResponse json(int status, String body) {
        return Answering.answer(status, "application/x-amz-json-1.1", body);
    }

    private static String event(String id, String action, Duration after) {
        return event(id, "iam.amazonaws.com", action, after);
    }

    private static String event(String id, String source, String action, Duration after) {
        return "{\"EventId\":\"%s\",\"EventSource\":\"%s\",\"EventName\":\"%s\",\"ReadOnly\":\"false\",\"EventTime\":%d.0}"
                .formatted(id, source, action, START.plus(after).getEpochSecond());
    }

    @Test
    void aChangeIsToldOnceHoweverLateAndInWhateverOrder() throws Exception {
        try (ChangeFeed feed = open().orElseThrow()) {
            assertThat(feed.await(AWAIT)).isEmpty();
            String late = event("b", "AttachRolePolicy", Duration.ofMinutes(2));
            tells(late);
            clock.now = START.plus(Duration.ofMinutes(6));
            assertThat(feed.await(AWAIT)).isEqualTo(DETAILS);
            assertThat(feed.await(AWAIT)).isEmpty();
            tells(late, event("a", "CreateAccessKey", Duration.ofMinutes(1)));
            assertThat(feed.await(AWAIT)).isEqualTo(CREDENTIALS);
        }
    }

    @Test
    void whatWasToldBeforeItWasOpenedAndWhatIsNoneOfItsIsNotTold() throws Exception {
        String before = event("a", "CreateUser", Duration.ofMinutes(-1));
        tells(before);
        try (ChangeFeed feed = open().orElseThrow()) {
            tells(
                    before,
                    event("b", "ec2.amazonaws.com", "CreateTags", Duration.ofMinutes(1)),
                    event("c", "CreateVirtualMFADevice", Duration.ofMinutes(1)));
            assertThat(feed.await(AWAIT)).isEmpty();
            tells(before, event("d", "CreateUser", Duration.ofMinutes(1)));
            assertThat(feed.await(AWAIT)).containsAll(DETAILS).containsAll(CREDENTIALS);
        }
    }

    @Test
    void whatIsReadAgainIsAsInAWholeReadingAndSaysHowLateItIs() throws Exception {
        try (ChangeFeed feed = open().orElseThrow()) {
            tells(event("a", "PutUserPolicy", Duration.ofMinutes(1)));
            clock.now = START.plus(Duration.ofMinutes(5));
            Observation part = feed.read(feed.await(AWAIT), Progress.SILENT);
            long keysAsked = answering.count("ListAccessKeys");
            Observation whole = feed.read(CREDENTIALS, Progress.SILENT);

            assertThat(keysAsked).isZero();
            Set<String> scopes = part.coverage().stream().map(Coverage::scope).collect(Collectors.toSet());
            assertThat(scopes).containsAll(DETAILS).doesNotContainAnyElementsOf(CREDENTIALS);
            assertThat(part.facts())
                    .isEqualTo(whole.facts().stream()
                            .filter(fact -> scopes.contains(fact.provenance().scope()))
                            .toList());
            assertThat(part.coverage())
                    .extracting(Coverage::detail)
                    .containsOnly("CloudTrail told of this change up to 4 min after it happened;"
                            + " of others it may not have told yet");
        }
    }

    /// These take a call for each permission set and account, and for each association.
    @Test
    void aChangeInIamReadsNeitherIdentityCenterNorAssociationsAgain() throws Exception {
        try (ConnectedAccount connected = new ConnectedAccount(server.url("/").uri(), HttpSettings.DEFAULTS)
                        .reading("AKIAIOSFODNN7EXAMPLE canarySECRETcanarySECRETcanarySECRET0000");
                ChangeFeed feed = connected.changes().orElseThrow()) {
            Set<String> whole = scopes(connected.observe());
            long asked = answering.count("ListInstances");

            Set<String> followed = scopes(feed.read(CREDENTIALS, Progress.SILENT));

            assertThat(answering.count("ListInstances")).isEqualTo(asked).isPositive();
            whole.removeAll(followed);
            assertThat(whole)
                    .containsExactlyInAnyOrder(
                            "permission-sets/eu-west-1",
                            "permission-set-assignments/eu-west-1",
                            "identity-center-directory/eu-west-1",
                            "eks-pod-identities/eu-west-1");
        }
    }

    private static Set<String> scopes(Observation observation) {
        return observation.coverage().stream().map(Coverage::scope).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void itIsAskedEveryHalfMinuteAndItsPagesTwiceASecond() throws Exception {
        try (ChangeFeed feed = open().orElseThrow()) {
            answering.next.put(
                    "LookupEvents",
                    json(200, "{\"Events\":[" + event("a", "TagRole", Duration.ZERO) + "],\"NextToken\":\"t\"}"));
            long before = answering.count("LookupEvents");
            assertThat(feed.await(AWAIT)).isEqualTo(DETAILS);
            // no more pages than this, though there are
            assertThat(answering.count("LookupEvents") - before).isEqualTo(20);
            assertThat(waits).hasSize(19).containsOnly(Duration.ofMillis(500));
            waits.clear();
            Instant looked = clock.now;
            tells();
            assertThat(feed.await(AWAIT)).isEmpty();
            assertThat(feed.await(Duration.ofMinutes(2))).isEmpty();
            // pages took 9.5 s, and a tenth of the time at most is asked
            assertThat(Duration.between(looked, clock.now)).isBetween(Duration.ofSeconds(150), Duration.ofSeconds(180));
            assertThat(answering.count("LookupEvents") - before).isBetween(22L, 24L);
        }
    }

    @Test
    void whereItIsNotToldThereIsNoFeed() throws Exception {
        for (MockResponse no : Arrays.asList(
                json(400, "{\"__type\":\"AccessDeniedException\",\"Message\":\"User: x is not authorized\"}"),
                json(400, "{\"__type\":\"com.amazonaws.cloudtrail#UnsupportedOperationException\"}"),
                Answering.answer(404, "text/html", "<html>no such page"),
                json(200, "[]"))) {
            answering.next.put("LookupEvents", no);
            assertThat(open()).isEmpty();
        }
    }

    @Test
    void aHistoryThatIsAskedTooOftenIsAskedLaterAndOneThatBreaksEndsTheFeed() throws Exception {
        try (ChangeFeed feed = open().orElseThrow()) {
            answering.next.put("LookupEvents", json(429, "{\"__type\":\"ThrottlingException\"}"));
            long before = answering.count("LookupEvents");
            assertThat(feed.await(AWAIT)).isEmpty();
            long tries = answering.count("LookupEvents") - before;
            assertThat(feed.await(AWAIT)).isEmpty();
            assertThat(answering.count("LookupEvents") - before).isEqualTo(tries);
            answering.next.put("LookupEvents", json(200, "{\"Events\":\"canary\"}"));
            assertThatThrownBy(() -> feed.await(Duration.ofMinutes(3)))
                    .isInstanceOf(SourceException.class)
                    .hasMessageNotContaining("canary");
        }
    }
}
