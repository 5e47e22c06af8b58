package dev.curfew.connector.kubernetes;

import static dev.curfew.connector.http.FaultRows.fault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.curfew.connector.http.FaultRows;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.testbed.memory.MemorySecrets;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
class KubernetesFaultsTest {
    private static final HttpSettings QUICK =
            new HttpSettings(Duration.ofSeconds(2), Duration.ofSeconds(2), 1024 * 1024, 2, Duration.ofMillis(300), 8);
    private static final String DEPLOYMENTS = "/apis/apps/v1/deployments";
    private static final String EMPTY = "{\"kind\":\"AnyList\",\"metadata\":{\"resourceVersion\":\"7\"},\"items\":[]}";
    private static final String ACCOUNTS = """
            {"kind":"ServiceAccountList","metadata":{},"items":[{"metadata":{"namespace":"shop","name":"app","uid":"u1"}}]}""";

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Supplier<MockResponse>> answers = new ConcurrentHashMap<>();
    private final Http http = new Http(QUICK, Clock.systemUTC());

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answers.getOrDefault(request.getUrl().encodedPath(), () -> json(200, EMPTY))
                        .get();
            }
        });
        server.start();
        answers.put("/api", () -> json(200, "{\"kind\":\"APIVersions\",\"versions\":[\"v1\"]}"));
        answers.put("/api/v1/serviceaccounts", () -> json(200, ACCOUNTS));
        answers.put(
                "/.well-known/openid-configuration",
                () -> json(200, "{\"issuer\":\"https://issuer.example\",\"jwks_uri\":\"https://k8s.example/keys\"}"));
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    static Stream<Arguments> faults() {
        Stream<Arguments> answers = Stream.of(
                fault("401", CoverageState.REFUSED, () -> status(401, "Unauthorized")),
                fault("403", CoverageState.REFUSED, () -> status(403, "deployments.apps is forbidden")),
                fault("404", CoverageState.FAILED, () -> status(404, "the server could not find it")),
                fault("429", CoverageState.THROTTLED, () -> status(429, "too many requests")),
                fault("500", CoverageState.FAILED, () -> status(500, "etcdserver: request timed out")),
                fault("a page instead of JSON", CoverageState.FAILED, () -> json(200, "<html>canary-page</html>")),
                fault("nothing", CoverageState.FAILED, () -> json(200, "")),
                fault("an object that is no list", CoverageState.FAILED, () -> json(200, "{\"kind\":\"Status\"}")),
                fault(
                        "a list cut short",
                        CoverageState.FAILED,
                        () -> json(200, "{\"kind\":\"DeploymentList\",\"items\":[")),
                fault(
                        "a body beyond the limit",
                        CoverageState.FAILED,
                        () -> json(200, "{\"kind\":\"DeploymentList\"," + " ".repeat(2_000_000) + "\"items\":[]}")));
        return Stream.concat(
                answers,
                FaultRows.onTheWay(
                        302,
                        "{\"kind\":\"DeploymentList\",\"about\":\"" + "x".repeat(500_000) + "\"}",
                        "{" + " ".repeat(1000) + "}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void oneListFailsAndTheRestIsKept(String name, CoverageState state, Supplier<MockResponse> answer)
            throws InterruptedException {
        answers.put(DEPLOYMENTS, answer);

        Observation observation = observe(server.url("/").uri());

        assertThat(coverage(observation, "deployments"))
                .as(name)
                .returns(state, Coverage::state)
                .satisfies(
                        coverage -> assertThat(coverage.detail()).isNotBlank().doesNotContain("canary"));
        assertThat(coverage(observation, "serviceaccounts").provesAbsence()).isTrue();
        assertThat(observation.facts())
                .filteredOn(Identity.class::isInstance)
                .extracting(fact -> fact.key())
                .contains("serviceaccount/shop/app/u1");
        assertThat(observation.toString()).doesNotContain("canary");
    }

    @Test
    void whatCameBeforeAPageThatFailsIsKeptAndSaidToBePart() throws InterruptedException {
        AtomicInteger pages = new AtomicInteger();
        answers.put(DEPLOYMENTS, () -> pages.getAndIncrement() == 0 ? page("one", "next") : status(500, "gone"));

        Observation observation = observe(server.url("/").uri());

        assertThat(coverage(observation, "deployments")).returns(CoverageState.PARTIAL, Coverage::state);
        assertThat(deployments(observation)).containsExactly("deployments/shop/one");
    }

    /// 410 in the middle: the first page comes again with the second, and nothing twice.
    @Test
    void aListThatIsTooOldIsBegunAgain() throws InterruptedException {
        AtomicInteger pages = new AtomicInteger();
        answers.put(DEPLOYMENTS, () -> switch (pages.getAndIncrement()) {
            case 0, 2 -> page("one", "next");
            case 1 -> status(410, "The provided continue parameter is too old");
            default -> page("two", "");
        });

        Observation observation = observe(server.url("/").uri());

        assertThat(coverage(observation, "deployments")).returns(CoverageState.READ, Coverage::state);
        assertThat(deployments(observation)).containsExactly("deployments/shop/one", "deployments/shop/two");
    }

    @Test
    void aServerThatGoesAwayOnTheWayMakesNothingLookDeleted() throws InterruptedException {
        answers.put("/.well-known/openid-configuration", () -> {
            server.setDispatcher(always(() -> new MockResponse.Builder()
                    .onResponseStart(new SocketEffect.CloseSocket())
                    .build()));
            return json(200, "{}");
        });

        Observation observation = observe(server.url("/").uri());

        assertThat(coverage(observation, "cronjobs").provesAbsence()).isFalse();
        assertThat(coverage(observation, "validatingwebhookconfigurations").provesAbsence())
                .isFalse();
    }

    @Test
    void aTokenThatEndsOnTheWayKeepsWhatWasReadAndIsSaid() throws InterruptedException {
        answers.put("/.well-known/openid-configuration", () -> {
            server.setDispatcher(always(() -> status(401, "Unauthorized")));
            return json(200, "{}");
        });

        Observation observation = observe(server.url("/").uri());

        assertThat(coverage(observation, "cronjobs")).returns(CoverageState.REFUSED, Coverage::state);
        assertThat(observation.coverage())
                .filteredOn(coverage -> !coverage.provesAbsence())
                .allSatisfy(coverage -> assertThat(coverage.detail()).isNotBlank());
    }

    @Test
    void aServerThatIsBackIsReadAsItWasBefore() throws InterruptedException {
        Dispatcher well = server.getDispatcher();
        Observation before = observe(server.url("/").uri());
        server.setDispatcher(always(() -> new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build()));
        assertThat(catchThrowableOfType(
                        SourceException.class, () -> observe(server.url("/").uri())))
                .returns(SourceException.Kind.UNREACHABLE, SourceException::kind);
        server.setDispatcher(well);
        assertThat(observe(server.url("/").uri()).facts()).isEqualTo(before.facts());
    }

    private static Dispatcher always(Supplier<MockResponse> answer) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer.get();
            }
        };
    }

    @Test
    void aHostThatIsNotThereIsUnreachable() {
        assertThat(catchThrowableOfType(
                        SourceException.class, () -> observe(URI.create("https://no-such-host.invalid"))))
                .returns(SourceException.Kind.UNREACHABLE, SourceException::kind);
    }

    /// Nothing was made by then, so that nobody has to look for it.
    @Test
    void aPageInsteadOfTheRightToActIsARefusal() {
        answers.put("/api/v1/namespaces/curfew/serviceaccounts/actor/token", () -> json(200, "<html>log in</html>"));
        Connection connection = new Connection(
                new SourceName("k8s"),
                "kubernetes",
                server.url("/").uri(),
                true,
                Instant.EPOCH,
                Map.of("act-as", "curfew/actor"));
        MemorySecrets secrets = new MemorySecrets();
        secrets.put(connection.actSecret(), Secret.of("actor-token"));
        Issuer issuer = new KubernetesConnector(http, Clock.systemUTC())
                .issuer(connection, secrets)
                .orElseThrow();
        Issuer.Order order = new Issuer.Order(
                new PolicyId(connection.name(), "clusterrole/view"), Duration.ofMinutes(15), "curfew-r1");

        assertThat(catchThrowableOfType(
                        SourceException.class,
                        () -> issuer.issue(new Receipt("ab".repeat(32), 7, "bo", Instant.EPOCH), order)))
                .returns(SourceException.Kind.REFUSED, SourceException::kind)
                .hasMessageContaining("made no token of the service account curfew/actor");
    }

    private Observation observe(URI address) throws InterruptedException {
        Connection connection =
                new Connection(new SourceName("k8s"), "kubernetes", address, false, Instant.EPOCH, Map.of());
        MemorySecrets secrets = new MemorySecrets();
        secrets.put(connection.readSecret(), Secret.of("reader-token"));
        return new KubernetesConnector(http, Clock.systemUTC())
                .observer(connection, secrets)
                .observe(Progress.SILENT);
    }

    private static List<String> deployments(Observation observation) {
        return observation.facts().stream()
                .filter(fact ->
                        fact instanceof Resource resource && resource.kind().equals("kubernetes.deployment"))
                .map(fact -> fact.key())
                .sorted()
                .toList();
    }

    private static Coverage coverage(Observation observation, String scope) {
        return observation.coverage().stream()
                .filter(coverage -> coverage.scope().equals(scope))
                .findFirst()
                .orElseThrow();
    }

    private static MockResponse page(String name, String next) {
        return json(200, """
                {"kind":"DeploymentList","metadata":{"resourceVersion":"7","continue":"%s"},\
                "items":[{"metadata":{"namespace":"shop","name":"%s","uid":"%s"},"spec":{}}]}""".formatted(next, name, name));
    }

    private static MockResponse status(int code, String message) {
        return json(
                code,
                "{\"kind\":\"Status\",\"status\":\"Failure\",\"code\":%d,\"message\":\"%s\"}".formatted(code, message));
    }

    private static MockResponse json(int code, String body) {
        return new MockResponse.Builder()
                .code(code)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }
}
