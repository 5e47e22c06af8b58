package dev.curfew.connector.openbao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a real server will not do on demand: vanish between two calls, answer garbage, hand out more than asked.
class OpenBaoFaultsTest {
    private static final String CANARY = "s.canaryCanaryCanary0000";
    private static final Receipt RECEIPT = new Receipt("ab".repeat(32), 7, "bo", Instant.EPOCH);
    private static final Issuer.Order ORDER =
            new Issuer.Order(Connected.policy("break-glass"), Duration.ofMinutes(15), "curfew-r1");

    private final MockWebServer server = new MockWebServer();
    private final Map<String, MockResponse> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Connected connected;

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String body = request.getBody() == null ? "" : request.getBody().utf8();
                String call = request.getUrl().encodedPath().substring("/v1/".length());
                asked.add(call);
                MockResponse exact = answers.get(call + " " + body);
                return exact != null
                        ? exact
                        : answers.getOrDefault(call, json(403, "{\"errors\":[\"permission denied\"]}"));
            }
        });
        server.start();
        answers.put("sys/internal/ui/mounts", json(200, "{\"data\":{\"auth\":{},\"secret\":{}}}"));
        connected = new Connected(server.url("/").uri(), CANARY, CANARY);
    }

    @AfterEach
    void stop() {
        connected.close();
        server.close();
    }

    @Test
    void aTokenThatVanishesBetweenListAndLookupIsNoError() throws InterruptedException {
        answers.put("auth/token/accessors", json(200, "{\"data\":{\"keys\":[\"stays\",\"goes\",\"went\"]}}"));
        answers.put(lookup("stays"), json(200, token("stays", 900, false)));
        answers.put(lookup("goes"), json(400, "{\"errors\":[\"1 error occurred:\\n\\t* invalid accessor\\n\\n\"]}"));
        answers.put(lookup("went"), json(403, "{\"errors\":[\"invalid accessor\"]}"));

        Observation observation = connected.observer().observe(Progress.SILENT);

        assertThat(observation.coverage())
                .filteredOn(coverage -> coverage.scope().equals("tokens"))
                .singleElement()
                .returns(CoverageState.READ, Coverage::state)
                .returns(1L, Coverage::items);
        assertThat(observation.facts())
                .filteredOn(Credential.class::isInstance)
                .extracting(fact -> fact.key())
                .containsExactly("stays");
    }

    @Test
    void aLookupThatFailsMakesTheScopePartial() throws InterruptedException {
        answers.put("auth/token/accessors", json(200, "{\"data\":{\"keys\":[\"one\",\"two\"]}}"));
        answers.put(lookup("one"), json(200, token("one", 900, false)));
        answers.put(lookup("two"), json(500, "<html>oops</html>"));
        assertThat(tokens(connected.observer().observe(Progress.SILENT)).state())
                .isEqualTo(CoverageState.PARTIAL);
    }

    @Test
    void aListThatIsNotJsonIsAFailedScopeWithoutItsWords() throws InterruptedException {
        answers.put("auth/token/accessors", json(200, "<html>" + CANARY + "</html>"));
        Coverage tokens = tokens(connected.observer().observe(Progress.SILENT));
        assertThat(tokens.state()).isEqualTo(CoverageState.FAILED);
        assertThat(tokens.detail()).contains("not JSON").doesNotContain(CANARY);
    }

    @Test
    void aTokenThatTheServerRepeatsIsBlottedOut() throws InterruptedException {
        answers.put("auth/token/accessors", json(403, "{\"errors\":[\"token " + CANARY + " may not\"]}"));
        assertThat(tokens(connected.observer().observe(Progress.SILENT)).detail())
                .isEqualTo("token •••• may not");
    }

    @Test
    void whatIsNotAnOpenBaoIsSaidToBeForeign() {
        answers.put("sys/internal/ui/mounts", json(200, "{\"hello\":\"world\"}"));
        assertThat(catchThrowableOfType(
                        SourceException.class, () -> connected.observer().observe(Progress.SILENT)))
                .returns(SourceException.Kind.MALFORMED, SourceException::kind)
                .hasMessageContaining("Check the address");
    }

    @Test
    void interruptingTheReadingEndsIt() throws InterruptedException {
        answers.put("auth/token/accessors", json(200, "{\"data\":{\"keys\":[\"slow\"]}}"));
        answers.put(
                lookup("slow"),
                new MockResponse.Builder()
                        .onResponseStart(SocketEffect.Stall.INSTANCE)
                        .build());
        CountDownLatch reading = new CountDownLatch(1);
        List<Throwable> seen = new ArrayList<>();
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                connected.observer().observe((_, _, _) -> reading.countDown());
            } catch (InterruptedException e) {
                seen.add(e);
            }
        });
        reading.await();
        thread.interrupt();
        assertThat(thread.join(Duration.ofSeconds(15))).isTrue();
        assertThat(seen).singleElement().isInstanceOf(InterruptedException.class);
    }

    @Test
    void aTokenThatLastsLongerThanOrderedIsTakenBack() {
        issuesAndLooksUp(token("new", 3600, false));
        answers.put(
                "auth/token/revoke-accessor",
                new MockResponse.Builder().code(204).build());
        assertThat(catchThrowableOfType(
                        SourceException.class, () -> connected.issuer().issue(RECEIPT, ORDER)))
                .hasMessageContaining("more than was ordered: explicit_max_ttl is 3600 s")
                .hasMessageContaining("revoked again")
                .hasMessageNotContaining("s.handedOut");
        assertThat(asked).endsWith("auth/token/revoke-accessor");
    }

    @Test
    void aRenewableTokenThatCannotBeTakenBackIsNamed() {
        issuesAndLooksUp(token("new", 900, true));
        assertThat(catchThrowableOfType(
                        SourceException.class, () -> connected.issuer().issue(RECEIPT, ORDER)))
                .hasMessageContaining("renewable")
                .hasMessageContaining("revoke the accessor new by hand");
    }

    @Test
    void anIssueThatGotNoAnswerIsNotSentAgain() {
        answers.put(
                "auth/token/create-orphan",
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());
        assertThat(catchThrowableOfType(
                        SourceException.class, () -> connected.issuer().issue(RECEIPT, ORDER)))
                .returns(SourceException.Kind.UNREACHABLE, SourceException::kind);
        assertThat(asked).containsExactly("auth/token/create-orphan");
    }

    @Test
    void aServerErrorIsNeitherARefusalNorARevocation() throws InterruptedException {
        CredentialId id = Connected.credential("new");
        answers.put("auth/token/revoke-accessor", json(500, "{\"errors\":[\"internal error\"]}"));
        answers.put("sys/internal/ui/mounts", json(502, "<html>bad gateway</html>"));
        assertThat(connected.revoker().act(new Action("openbao.revoke-accessor", false), id))
                .isInstanceOf(ActionOutcome.Uncertain.class);
        assertThat(connected.probe().attempt(id, dev.curfew.model.connection.Secret.of(CANARY)))
                .isInstanceOf(ProbeOutcome.Indeterminate.class);
    }

    private void issuesAndLooksUp(String lookup) {
        answers.put(
                "auth/token/create-orphan",
                json(200, "{\"auth\":{\"client_token\":\"s.handedOutHandedOut00\",\"accessor\":\"new\"}}"));
        answers.put(lookup("new"), json(200, lookup));
    }

    private static Coverage tokens(Observation observation) {
        return observation.coverage().getFirst();
    }

    private static String lookup(String accessor) {
        return "auth/token/lookup-accessor {\"accessor\":\"" + accessor + "\"}";
    }

    private static String token(String accessor, int seconds, boolean renewable) {
        Instant issued = Instant.parse("2026-11-22T03:00:00Z");
        return """
                {"data":{"accessor":"%s","display_name":"token","entity_id":"","policies":["break-glass"],"orphan":true,\
                "type":"service","renewable":%b,"explicit_max_ttl":%d,"issue_time":"%s","expire_time":"%s"}}""".formatted(accessor, renewable, seconds, issued, issued.plusSeconds(seconds));
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }
}
