package dev.curfew.connector.keycloak;

import static dev.curfew.connector.http.FaultRows.fault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.curfew.connector.http.FaultRows;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ProbeOutcome;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a real server will not do on demand. One list fails in each way there is; the rest of the reading is kept.
class KeycloakFaultsTest {
    private static final HttpSettings QUICK =
            new HttpSettings(Duration.ofSeconds(2), Duration.ofSeconds(2), 1024 * 1024, 2, Duration.ofMillis(300), 8);
    private static final String CLIENTS = """
            [{"id":"c1","clientId":"one","enabled":true,"protocol":"openid-connect","secret":"canary-secret",\
            "clientAuthenticatorType":"client-secret","serviceAccountsEnabled":false}]""";

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Supplier<MockResponse>> answers = new ConcurrentHashMap<>();
    private Connected connected;

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String path = request.getUrl().encodedPath();
                return answers.getOrDefault(path, () -> json(200, "[]")).get();
            }
        });
        server.start();
        answers.put("/realms/master/protocol/openid-connect/token", () -> token(300));
        answers.put("/admin/realms", () -> json(200, "[{\"realm\":\"acme\",\"eventsEnabled\":true}]"));
        answers.put("/admin/serverinfo", () -> json(200, "{\"features\":[]}"));
        answers.put("/admin/realms/acme/clients", () -> json(200, CLIENTS));
        connected = new Connected(server.url("/").uri(), QUICK, "reader canary-login", "");
    }

    @AfterEach
    void stop() {
        connected.close();
        server.close();
    }

    static Stream<Arguments> faults() {
        Stream<Arguments> answers = Stream.of(
                fault("401", CoverageState.REFUSED, () -> json(401, "{\"error\":\"HTTP 401 Unauthorized\"}")),
                fault("403", CoverageState.REFUSED, () -> json(403, "{\"error\":\"HTTP 403 Forbidden\"}")),
                fault("429", CoverageState.THROTTLED, () -> json(429, "slow down")),
                fault("500", CoverageState.FAILED, () -> json(500, "{\"error\":\"unknown_error\"}")),
                fault("a page instead of JSON", CoverageState.FAILED, () -> json(200, "<html>canary-page</html>")),
                fault("an object instead of a list", CoverageState.FAILED, () -> json(200, "{\"a\":1}")),
                fault("a list cut short", CoverageState.FAILED, () -> json(200, "[{\"id\":\"g1\",\"name\":\"g")),
                fault(
                        "a body beyond the limit",
                        CoverageState.FAILED,
                        () -> json(200, "[" + " ".repeat(2_000_000) + "]")));
        return Stream.concat(
                answers,
                FaultRows.onTheWay(302, "[" + "{\"id\":\"g\"},".repeat(5000) + "{}]", "[" + " ".repeat(1000) + "]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void oneListFailsAndTheRestIsKept(String name, CoverageState state, Supplier<MockResponse> answer)
            throws InterruptedException {
        answers.put("/admin/realms/acme/identity-provider/instances", answer);
        Observation observation = connected.observe();
        assertThat(coverage(observation, "identity-providers"))
                .returns(state, Coverage::state)
                .satisfies(
                        coverage -> assertThat(coverage.detail()).isNotBlank().doesNotContain("canary"));
        assertThat(coverage(observation, "clients").provesAbsence()).isTrue();
        assertThat(observation.facts())
                .filteredOn(Identity.class::isInstance)
                .extracting(fact -> fact.key())
                .contains("client/acme/c1");
        assertThat(observation.toString()).doesNotContain("canary");
    }

    @Test
    void aListThatMovesWhileItIsReadIsReadAgainAndMissesNothing() throws InterruptedException {
        AtomicInteger reading = new AtomicInteger();
        server.setDispatcher(moving(reading, 1));
        Observation observation = connected.observe();
        assertThat(coverage(observation, "clients")).returns(CoverageState.READ, Coverage::state);
        assertThat(clients(observation)).isEqualTo(250);
    }

    @Test
    void aListThatNeverStandsStillIsPartial() throws InterruptedException {
        server.setDispatcher(moving(new AtomicInteger(), Integer.MAX_VALUE));
        Observation observation = connected.observe();
        assertThat(coverage(observation, "clients")).returns(CoverageState.PARTIAL, Coverage::state);
        assertThat(coverage(observation, "clients").detail()).contains("the list changed while it was read");
    }

    /// 250 clients; as often as told, one before the second page goes while they are listed.
    private Dispatcher moving(AtomicInteger moves, int often) {
        Dispatcher before = server.getDispatcher();
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                if (!request.getUrl().encodedPath().equals("/admin/realms/acme/clients")) {
                    return before.dispatch(request);
                }
                int first = Integer.parseInt(String.valueOf(request.getUrl().queryParameter("first")));
                int shift = first > 0 && moves.getAndIncrement() < often ? 1 : 0;
                StringBuilder page = new StringBuilder();
                for (int i = first; i < Math.min(first + 200, 250 - shift); i++) {
                    page.append(page.isEmpty() ? "" : ",")
                            .append("{\"id\":\"c%d\",\"clientId\":\"n%d\"}".formatted(i + shift, i + shift));
                }
                return json(200, "[" + page + "]");
            }
        };
    }

    private static long clients(Observation observation) {
        return observation.facts().stream()
                .filter(fact ->
                        fact instanceof Identity identity && identity.kind().equals("keycloak.client"))
                .count();
    }

    @Test
    void aTokenThatEndsOnTheWayIsFetchedAgain() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        answers.put(
                "/admin/realms/acme/identity-provider/instances",
                () -> calls.getAndIncrement() == 0
                        ? json(401, "{\"error\":\"HTTP 401 Unauthorized\"}")
                        : json(200, "[]"));
        assertThat(coverage(connected.observe(), "identity-providers").provesAbsence())
                .isTrue();
        assertThat(calls).hasValue(2);
    }

    @Test
    void aLoginThatEndsOnTheWayKeepsWhatWasRead() throws InterruptedException {
        answers.put("/admin/realms/acme/roles", () -> {
            answers.put(
                    "/realms/master/protocol/openid-connect/token",
                    () -> json(401, "{\"error\":\"invalid_client\",\"error_description\":\"Invalid client\"}"));
            answers.put("/admin/realms/acme/identity-provider/instances", () -> json(401, "{}"));
            return json(200, "[]");
        });
        Observation observation = connected.observe();
        assertThat(coverage(observation, "clients").provesAbsence()).isTrue();
        assertThat(coverage(observation, "identity-providers"))
                .returns(CoverageState.REFUSED, Coverage::state)
                .satisfies(coverage -> assertThat(coverage.detail()).contains("rotated"));
    }

    @Test
    void aServerThatGoesAwayOnTheWayMakesNothingLookDeleted() throws InterruptedException {
        answers.put("/admin/realms/acme/roles", () -> {
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return new MockResponse.Builder()
                            .onResponseStart(new SocketEffect.CloseSocket())
                            .build();
                }
            });
            return json(200, "[]");
        });
        Observation observation = connected.observe();
        assertThat(coverage(observation, "clients").provesAbsence()).isTrue();
        for (String scope : new String[] {"roles", "identity-providers", "initial-access", "groups"}) {
            assertThat(coverage(observation, scope).provesAbsence()).as(scope).isFalse();
        }
    }

    @Test
    void anAnswerWithNothingInItIsNoEmptyList() throws InterruptedException {
        answers.put("/admin/realms/acme/clients/c1/roles", () -> json(200, ""));
        assertThat(coverage(connected.observe(), "roles").provesAbsence()).isFalse();
    }

    @Test
    void anActingLoginThatNobodyMadeYetStopsNoReading() throws InterruptedException {
        try (Connected waiting =
                new Connected(server.url("/").uri(), QUICK, "reader canary-login", "device-code console secret")) {
            assertThat(waiting.observe().facts()).isNotEmpty();
        }
    }

    @Test
    void anActingLoginThatIsNoneStopsNoReadingAndIsTold() throws InterruptedException {
        try (Connected wrong =
                new Connected(server.url("/").uri(), QUICK, "reader canary-login", "canaryaloneisnoclient")) {
            assertThat(coverage(wrong.observe(), "clients"))
                    .returns(CoverageState.READ, Coverage::state)
                    .satisfies(coverage -> assertThat(coverage.detail())
                            .contains("Curfew's acting credential is not usable")
                            .doesNotContain("canaryalone"));
        }
    }

    @Test
    void aBreakGlassClientThatIsReadWithNothingIsNotSaidToBeAnother() throws InterruptedException {
        answers.put("/admin/realms/master/clients/c1", () -> json(200, ""));
        try (Secret line = Secret.of("master/c1/one:canary-secret")) {
            assertThat(connected
                            .connector()
                            .emergencyDoor(connected.connection())
                            .orElseThrow()
                            .attempt(line))
                    .isInstanceOf(ProbeOutcome.Indeterminate.class)
                    .returns("it answered 200 with nothing", ProbeOutcome::detail);
        }
    }

    @Test
    void realmsThatAreNotThereAreGoneAndNotMisread() {
        answers.put("/admin/realms", () -> json(404, "{\"error\":\"Realm not found.\"}"));

        assertThat(catchThrowableOfType(SourceException.class, connected::observe))
                .returns(SourceException.Kind.REFUSED, SourceException::kind)
                .hasMessageContaining("Realm not found.")
                .hasMessageContaining("its realm is gone")
                .hasMessageNotContaining("not as a Keycloak does");
    }

    @Test
    void aHostThatIsNotThereIsUnreachable() {
        try (Connected nowhere = new Connected(URI.create("https://no-such-host.invalid"), QUICK, "a b", "")) {
            assertThat(catchThrowableOfType(SourceException.class, nowhere::observe))
                    .returns(SourceException.Kind.UNREACHABLE, SourceException::kind);
        }
    }

    @Test
    void aCredentialThatIsNoneIsRefusedWithoutItsWords() {
        try (Connected wrong = new Connected(server.url("/").uri(), QUICK, "canaryaloneisnoclient", "")) {
            assertThat(catchThrowableOfType(SourceException.class, wrong::observe))
                    .returns(SourceException.Kind.REFUSED, SourceException::kind)
                    .hasMessageNotContaining("canaryalone");
        }
    }

    private static Coverage coverage(Observation observation, String scope) {
        return observation.coverage().stream()
                .filter(coverage -> coverage.scope().equals(scope))
                .findFirst()
                .orElseThrow();
    }

    private static MockResponse token(int seconds) {
        return json(200, "{\"access_token\":\"opaque\",\"expires_in\":%d}".formatted(seconds));
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }
}
