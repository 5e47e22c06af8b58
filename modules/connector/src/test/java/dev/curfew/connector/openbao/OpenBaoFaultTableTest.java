package dev.curfew.connector.openbao;

import static dev.curfew.connector.http.FaultRows.fault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.curfew.connector.http.FaultRows;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

/// One list fails in each way there is; the rest of the reading is kept.
class OpenBaoFaultTableTest {
    private static final HttpSettings QUICK =
            new HttpSettings(Duration.ofSeconds(2), Duration.ofSeconds(2), 1024 * 1024, 2, Duration.ofMillis(300), 8);
    private static final String ROLES = "auth/token/roles";
    private static final String POLICIES = "sys/policies/acl";

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Supplier<MockResponse>> answers = new ConcurrentHashMap<>();
    private Connected connected;

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String call = request.getUrl().encodedPath().substring("/v1/".length());
                return answers.getOrDefault(call, () -> json(404, "{\"errors\":[]}"))
                        .get();
            }
        });
        server.start();
        answers.put("sys/internal/ui/mounts", () -> json(200, "{\"data\":{\"auth\":{},\"secret\":{}}}"));
        answers.put(POLICIES, () -> json(200, "{\"data\":{\"keys\":[\"app\"]}}"));
        answers.put(
                POLICIES + "/app",
                () -> json(200, "{\"data\":{\"name\":\"app\",\"policy\":\"path \\\"a\\\" { capabilities = [] }\"}}"));
        connected = new Connected(server.url("/").uri(), "reader-token", "", QUICK);
    }

    @AfterEach
    void stop() {
        connected.close();
        server.close();
    }

    static Stream<Arguments> faults() {
        Stream<Arguments> answers = Stream.of(
                fault("401", CoverageState.REFUSED, () -> json(401, "{\"errors\":[\"unauthorized\"]}")),
                fault("403", CoverageState.REFUSED, () -> json(403, "{\"errors\":[\"permission denied\"]}")),
                fault("429", CoverageState.THROTTLED, () -> json(429, "{\"errors\":[\"request path rate limit\"]}")),
                fault("500", CoverageState.FAILED, () -> json(500, "{\"errors\":[\"internal error\"]}")),
                fault("sealed", CoverageState.FAILED, () -> json(503, "{\"errors\":[\"Vault is sealed\"]}")),
                fault("a page instead of JSON", CoverageState.FAILED, () -> json(200, "<html>canary-page</html>")),
                fault("a list cut short", CoverageState.FAILED, () -> json(200, "{\"data\":{\"keys\":[\"a\",")),
                fault(
                        "a body beyond the limit",
                        CoverageState.FAILED,
                        () -> json(200, "{\"data\":" + " ".repeat(2_000_000) + "{\"keys\":[]}}")));
        return Stream.concat(
                answers,
                FaultRows.onTheWay(
                        307,
                        "{\"data\":{\"keys\":[" + "\"canary\",".repeat(50_000) + "\"z\"]}}",
                        "{" + " ".repeat(1000) + "}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void oneListFailsAndTheRestIsKept(String name, CoverageState state, Supplier<MockResponse> answer)
            throws InterruptedException {
        answers.put(ROLES, answer);

        Observation observation = observe();

        assertThat(coverage(observation, "token-roles"))
                .as(name)
                .returns(state, Coverage::state)
                .satisfies(
                        coverage -> assertThat(coverage.detail()).isNotBlank().doesNotContain("canary"));
        assertThat(coverage(observation, "policies").provesAbsence()).isTrue();
        assertThat(observation.facts()).extracting(fact -> fact.key()).contains("policy/app");
        assertThat(observation.toString()).doesNotContain("canary");
    }

    @Test
    void aTokenThatEndsOnTheWayKeepsWhatWasReadAndIsSaid() throws InterruptedException {
        answers.put(POLICIES + "/app", () -> {
            answers.clear();
            server.setDispatcher(always(() -> json(403, "{\"errors\":[\"permission denied\"]}")));
            return json(200, "{\"data\":{\"name\":\"app\",\"policy\":\"\"}}");
        });

        Observation observation = observe();

        assertThat(coverage(observation, "policies").provesAbsence()).isTrue();
        assertThat(coverage(observation, "entities")).returns(CoverageState.REFUSED, Coverage::state);
    }

    @Test
    void aServerThatGoesAwayOnTheWayLosesNothingAndIsReadAsBeforeWhenItIsBack() throws InterruptedException {
        Dispatcher well = server.getDispatcher();
        Observation before = observe();
        Supplier<MockResponse> policy = answers.get(POLICIES + "/app");
        answers.put(POLICIES + "/app", () -> {
            server.setDispatcher(always(OpenBaoFaultTableTest::gone));
            return gone();
        });
        Observation broken = observe();
        assertThat(coverage(broken, "policies").provesAbsence()).isFalse();
        assertThat(coverage(broken, "entities").provesAbsence()).isFalse();
        assertThat(catchThrowableOfType(SourceException.class, this::observe))
                .returns(SourceException.Kind.UNREACHABLE, SourceException::kind);
        answers.put(POLICIES + "/app", policy);
        server.setDispatcher(well);
        assertThat(observe().facts()).isEqualTo(before.facts());
    }

    @Test
    void aHostThatIsNotThereIsUnreachable() {
        try (Connected nowhere = new Connected(URI.create("https://no-such-host.invalid"), "t", "", QUICK)) {
            assertThat(catchThrowableOfType(
                            SourceException.class, () -> nowhere.observer().observe(Progress.SILENT)))
                    .returns(SourceException.Kind.UNREACHABLE, SourceException::kind)
                    .hasMessageContaining("no host of the name");
        }
    }

    private static MockResponse gone() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    private static Dispatcher always(Supplier<MockResponse> answer) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer.get();
            }
        };
    }

    private Observation observe() throws InterruptedException {
        return connected.observer().observe(Progress.SILENT);
    }

    private static Coverage coverage(Observation observation, String scope) {
        return observation.coverage().stream()
                .filter(coverage -> coverage.scope().equals(scope))
                .findFirst()
                .orElseThrow();
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }
}
