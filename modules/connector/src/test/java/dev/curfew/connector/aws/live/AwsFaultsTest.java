package dev.curfew.connector.aws.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.curfew.connector.aws.ConnectedAccount;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.timebox.StandingAccess;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Servers that misbehave, and what is made of them: coverage, a typed failure, or an outcome that claims nothing.
class AwsFaultsTest {
    private static final String SECRET = "canarySECRETcanarySECRETcanarySECRET0000";
    private static final String ID = "AKIAIOSFODNN7EXAMPLE";

    /// Small enough that a test sees them: 200 KB, 2 s, two tries.
    private static final HttpSettings SETTINGS =
            new HttpSettings(Duration.ofSeconds(2), Duration.ofSeconds(2), 200_000, 2, Duration.ofSeconds(1), 4);

    /// Region and service, by what tells a request of the service from others.
    private static final Map<String, String> SIGNED_FOR = Map.ofEntries(
            Map.entry("Version=2010-05-08", "us-east-1/iam"),
            Map.entry("Version=2011-06-15", "eu-west-1/sts"),
            Map.entry("Version=2010-03-31", "eu-west-1/sns"),
            Map.entry("Version=2016-11-15", "eu-west-1/ec2"),
            Map.entry("/clusters", "eu-west-1/eks"),
            Map.entry("/functions/", "eu-west-1/lambda"),
            Map.entry("/?max-buckets", "eu-west-1/s3"),
            Map.entry("CertificateManager.", "eu-west-1/acm"),
            Map.entry("AWSOrganizationsV20161128.", "us-east-1/organizations"),
            Map.entry("secretsmanager.", "eu-west-1/secretsmanager"),
            Map.entry("TrentService.", "eu-west-1/kms"),
            Map.entry("AmazonSQS.", "eu-west-1/sqs"),
            Map.entry("SWBExternalService.", "eu-west-1/sso"),
            Map.entry("AmazonEC2ContainerServiceV20141113.", "eu-west-1/ecs"));

    private final Answering answering = new Answering();
    private MockWebServer server;
    private ConnectedAccount connected;

    @BeforeEach
    void start() throws IOException {
        server = new MockWebServer();
        server.setDispatcher(answering);
        server.start();
        connected = new ConnectedAccount(server.url("/").uri(), SETTINGS)
                .reading(ID + " " + SECRET)
                .acting(ID + " " + SECRET);
    }

    @AfterEach
    void stop() throws IOException {
        connected.close();
        server.close();
    }

    @Test
    void aWholeAccountIsReadWhole() throws Exception {
        Observation observation = connected.observe();

        assertThat(observation.coverage()).extracting(Coverage::state).containsOnly(CoverageState.READ);
        assertThat(observation.facts().stream().map(Fact::key))
                .contains("arn:aws:iam::111122223333:user/ci", "arn:aws:iam::111122223333:root", ID)
                .as("of the root user, by the credential report")
                .contains("arn:aws:iam::111122223333:root#password", "arn:aws:iam::111122223333:root#access-key-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not a", "user,arn,password_enabled\n<root_account>,arn:aws:iam::111122223333:root"})
    void aReportThatCannotBeReadIsCoverageAndTheRestIsRead(String report) throws Exception {
        String content = Base64.getEncoder().encodeToString(report.getBytes(StandardCharsets.UTF_8));
        answering.next.put(
                "GetCredentialReport",
                xml("<GetCredentialReportResponse><GetCredentialReportResult><Content>" + content
                        + "</Content></GetCredentialReportResult></GetCredentialReportResponse>"));

        Observation observation = connected.observe();

        assertThat(coverage(observation, "credential-report").state()).isEqualTo(CoverageState.FAILED);
        assertThat(coverage(observation, "users").state()).isEqualTo(CoverageState.READ);
    }

    @Test
    void anActingProfileThatCannotBeReadStopsNoReadingAndIsTold(@TempDir Path folder) throws Exception {
        Files.createDirectory(folder.resolve("credentials"));
        Map<String, String> settings = Map.of("region", "eu-west-1", "aws-folder", folder.toString());
        try (ConnectedAccount wrong = new ConnectedAccount(server.url("/").uri(), SETTINGS, settings)) {
            wrong.reading(ID + " " + SECRET).acting("profile canary");

            assertThat(coverage(wrong.observe(), "access-keys"))
                    .returns(CoverageState.READ, Coverage::state)
                    .returns(1L, Coverage::items)
                    .extracting(Coverage::detail, STRING)
                    .contains("Curfew's acting credential is not usable", folder.toString())
                    .doesNotContain("canary");
        }
    }

    static Stream<Arguments> unanswered() {
        return Stream.of(
                arguments("inactive", error(403, "InvalidClientTokenId", "bad"), "InvalidClientTokenId"),
                arguments("throttled", throttled(429, "3600"), "429"),
                arguments("a page of HTML", page(500, "<h1>500</h1>"), "500"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unanswered")
    void anActingKeyOfWhichStsDoesNotSayWhoseItIsIsToldAndItsUserStaysCurfewsOwn(
            String what, MockResponse answer, String told) throws Exception {
        String acting = "AKIAACTSACTSACTSACTS";
        answering.nextOf.put(
                "GetCallerIdentity " + ID, xml(Answering.caller("arn:aws:iam::111122223333:user/curfew-read")));
        answering.nextOf.put("GetCallerIdentity " + acting, answer);
        connected.acting(acting + " " + SECRET);

        Observation observation = connected.observe();

        assertThat(observation.facts().stream()
                        .filter(Identity.class::isInstance)
                        .map(Identity.class::cast)
                        .filter(each -> each.name().equals("ci")))
                .as(what)
                .singleElement()
                .satisfies(user -> assertThat(user.tags()).containsEntry("curfew:own", "true"));
        assertThat(coverage(observation, "access-keys"))
                .returns(CoverageState.READ, Coverage::state)
                .extracting(Coverage::detail, STRING)
                .startsWith("Curfew's acting credential is not usable: ")
                .contains(told)
                .doesNotContain("canary");
    }

    static Stream<Arguments> broken() {
        MockResponse html = page(500, "<!doctype html><title>500</title><h1>Internal Server Error</h1>");
        return Stream.of(
                arguments("a page of HTML", html, CoverageState.FAILED),
                arguments("cut XML", xml("<GetAccountAuthorizationDetailsResponse><Get"), CoverageState.FAILED),
                arguments("other XML", xml("<Other/>"), CoverageState.FAILED),
                arguments("nothing", xml(""), CoverageState.FAILED),
                arguments(
                        "entities",
                        xml(
                                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                                        + "<GetAccountAuthorizationDetailsResponse>&x;</GetAccountAuthorizationDetailsResponse>"),
                        CoverageState.FAILED),
                arguments(
                        "too much",
                        xml("<GetAccountAuthorizationDetailsResponse>" + "x".repeat(300_000)),
                        CoverageState.FAILED),
                arguments("throttling by 429", throttled(429, "3600"), CoverageState.THROTTLED),
                arguments("a gateway's no", page(403, "no"), CoverageState.REFUSED),
                arguments("a gateway that wants a login", page(401, "who"), CoverageState.REFUSED),
                arguments(
                        "a reset in the body",
                        xml("x".repeat(100_000))
                                .newBuilder()
                                .onResponseBody(new SocketEffect.CloseSocket())
                                .build(),
                        CoverageState.FAILED),
                arguments(
                        "a slow drip",
                        xml("x".repeat(1000))
                                .newBuilder()
                                .throttleBody(10, 500, TimeUnit.MILLISECONDS)
                                .build(),
                        CoverageState.FAILED),
                arguments("denied", error(403, "AccessDenied", "User: x is not authorized"), CoverageState.REFUSED),
                arguments("an inner failure", error(500, "ServiceFailure", ""), CoverageState.FAILED),
                arguments(
                        "silence",
                        new MockResponse.Builder()
                                .onResponseStart(SocketEffect.Stall.INSTANCE)
                                .build(),
                        CoverageState.FAILED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void aBrokenListIsCoverageAndTheRestIsRead(String what, MockResponse answer, CoverageState state) throws Exception {
        answering.next.put("GetAccountAuthorizationDetails", answer);

        Observation observation = connected.observe();

        for (String scope : new String[] {"users", "groups", "roles", "policies", "policy-resources"}) {
            assertThat(coverage(observation, scope).state())
                    .as(what + ": " + scope)
                    .isEqualTo(state);
            assertThat(coverage(observation, scope).detail()).isNotBlank().doesNotContain("canary");
        }
        assertThat(coverage(observation, "account").state()).isEqualTo(CoverageState.READ);
        assertThat(coverage(observation, "access-keys").state()).isEqualTo(CoverageState.READ);
        assertThat(observation.facts().stream().map(Fact::key)).contains("arn:aws:iam::111122223333:root", ID);
    }

    @Test
    void throttlingByStatus400IsWaitedOut() throws Exception {
        answering.once.put("ListUsers", error(400, "Throttling", "Rate exceeded"));

        assertThat(connected.observe().coverage()).extracting(Coverage::state).containsOnly(CoverageState.READ);
    }

    @Test
    void aServerThatStumblesOnceIsAskedAgain() throws Exception {
        answering.once.put("GetLoginProfile", page(500, "<h1>500</h1>"));

        assertThat(connected.observe().coverage()).extracting(Coverage::state).containsOnly(CoverageState.READ);
        assertThat(answering.count("GetLoginProfile")).isEqualTo(2);
    }

    @Test
    void aSecondPageThatFailsLeavesTheFirstAndSaysSo() throws Exception {
        answering.once.put("GetAccountAuthorizationDetails", xml(Answering.details("true", "page-2")));
        answering.next.put("GetAccountAuthorizationDetails", page(500, "<h1>no</h1>"));

        Observation observation = connected.observe();

        assertThat(coverage(observation, "users").state()).isEqualTo(CoverageState.PARTIAL);
        assertThat(observation.facts().stream().map(Fact::key)).contains("arn:aws:iam::111122223333:user/ci");
    }

    @Test
    void oneOddItemHidesNeitherItsListNorTheAccount() throws Exception {
        String odd = "<member><Arn>arn:aws:iam::111122223333:user/odd</Arn><UserName>odd</UserName><UserPolicyList>"
                + "<member><PolicyName>p</PolicyName><PolicyDocument>{canary</PolicyDocument></member>"
                + "</UserPolicyList></member>";
        String details = Answering.details("false", "").replace("<UserDetailList>", "<UserDetailList>" + odd);
        answering.next.put("GetAccountAuthorizationDetails", xml(details));

        Observation observation = connected.observe();

        Coverage users = coverage(observation, "users");
        assertThat(users.state()).isEqualTo(CoverageState.PARTIAL);
        assertThat(users.detail())
                .contains("$.GetAccountAuthorizationDetailsResult.UserDetailList[0].UserPolicyList[0].PolicyDocument")
                .doesNotContain("canary");
        assertThat(coverage(observation, "roles").state()).isEqualTo(CoverageState.READ);
        assertThat(observation.facts().stream().map(Fact::key)).contains("arn:aws:iam::111122223333:user/ci");
    }

    @Test
    void pagesThatLeadInACircleEnd() throws Exception {
        answering.next.put("GetAccountAuthorizationDetails", xml(Answering.details("true", "again")));

        assertThat(coverage(connected.observe(), "users").state()).isEqualTo(CoverageState.PARTIAL);
    }

    @Test
    void anOrganizationThatIsOddHidesNothingElse() throws Exception {
        answering.next.put("DescribeOrganization", json("{'Organization':{'MasterAccountId':'1','Arn':'odd'}}"));

        Observation observation = connected.observe();

        assertThat(coverage(observation, "organization").state()).isEqualTo(CoverageState.FAILED);
        assertThat(coverage(observation, "users").state()).isEqualTo(CoverageState.READ);
    }

    @Test
    void unitsThatLeadInACircleEnd() throws Exception {
        answering.next.put(
                "DescribeOrganization",
                json("{'Organization':{'Id':'o-1','MasterAccountId':'1','Arn':'arn:aws:o:::o-1'}}"));
        answering.next.put("ListRoots", json("{'Roots':[{'Id':'r-1'}]}"));
        answering.next.put("ListAccountsForParent", json("{'Accounts':[]}"));
        answering.next.put("ListOrganizationalUnitsForParent", json("{'OrganizationalUnits':[{'Id':'ou-1'}]}"));

        assertThat(coverage(connected.observe(), "organization").state()).isEqualTo(CoverageState.FAILED);
        assertThat(answering.count("ListOrganizationalUnitsForParent")).isEqualTo(2);
    }

    static Stream<Arguments> hopeless() {
        return Stream.of(
                arguments(error(403, "InvalidClientTokenId", "bad"), SourceException.Kind.REFUSED),
                arguments(error(403, "SignatureDoesNotMatch", "The canonical " + SECRET), SourceException.Kind.REFUSED),
                arguments(error(403, "SignatureDoesNotMatch", "Signature expired: now"), SourceException.Kind.REFUSED),
                arguments(error(400, "RequestExpired", "late"), SourceException.Kind.REFUSED),
                arguments(page(200, "<html><body>A router</body></html>"), SourceException.Kind.MALFORMED),
                arguments(page(404, "not found"), SourceException.Kind.MALFORMED));
    }

    @ParameterizedTest
    @MethodSource("hopeless")
    void aSourceOfWhichNothingCanBeReadIsRefused(MockResponse answer, SourceException.Kind kind) {
        answering.everything = answer;

        assertThatThrownBy(() -> connected.observe()).isInstanceOfSatisfying(SourceException.class, e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e).hasMessageNotContaining("canary");
        });
    }

    /// The key's session is over after the account was read, before the keys are.
    @Test
    void aSessionThatEndsOnTheWayKeepsWhatWasReadAndIsSaid() throws Exception {
        for (String action : new String[] {"ListAccessKeys", "GetLoginProfile"}) {
            answering.next.put(action, error(403, "ExpiredToken", "The security token is expired"));
        }

        Observation observation = connected.observe();

        assertThat(coverage(observation, "users").state()).isEqualTo(CoverageState.READ);
        for (String scope : new String[] {"access-keys", "passwords"}) {
            assertThat(coverage(observation, scope).state()).as(scope).isEqualTo(CoverageState.REFUSED);
            assertThat(coverage(observation, scope).detail()).contains("ExpiredToken");
        }
    }

    @Test
    void aServerThatGoesAwayOnTheWayLosesNothingAndIsReadAsBeforeWhenItIsBack() throws Exception {
        Observation before = connected.observe();
        MockResponse gone = new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
        answering.next.put("ListUsers", gone);
        answering.next.put("ListAccessKeys", gone);
        answering.next.put("GetLoginProfile", gone);
        Observation broken = connected.observe();
        assertThat(coverage(broken, "users").provesAbsence()).isTrue();
        assertThat(coverage(broken, "access-keys").provesAbsence()).isFalse();
        answering.next.clear();
        assertThat(connected.observe().facts()).isEqualTo(before.facts());
    }

    @Test
    void aHostThatIsNotThereIsUnreachable() throws Exception {
        try (ConnectedAccount nowhere =
                new ConnectedAccount(URI.create("https://no-such-host.invalid"), SETTINGS).reading(ID + " " + SECRET)) {
            assertThatThrownBy(nowhere::observe).isInstanceOfSatisfying(SourceException.class, e -> {
                assertThat(e.kind()).isEqualTo(SourceException.Kind.UNREACHABLE);
                assertThat(e).hasMessageContaining("no host of the name");
            });
        }
    }

    @Test
    void anAddressWhereNobodyListensIsUnreachable() throws Exception {
        server.close();

        assertThatThrownBy(() -> connected.observe())
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(SourceException.Kind.UNREACHABLE));
    }

    @Test
    void aCredentialThatIsNoneIsRefusedWithoutQuotingIt() {
        connected.reading("my key is canary");

        assertThatThrownBy(() -> connected.observe())
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("aws_access_key_id")
                .hasMessageNotContaining("canary");
    }

    static Stream<Arguments> probes() {
        return Stream.of(
                arguments(error(403, "InvalidClientTokenId", ""), RefusalClass.INVALID_CREDENTIAL),
                arguments(error(403, "UnrecognizedClientException", ""), RefusalClass.INVALID_CREDENTIAL),
                arguments(error(403, "AccessDenied", ""), RefusalClass.DENIED),
                arguments(error(400, "RequestExpired", ""), RefusalClass.CLOCK),
                arguments(error(403, "SignatureDoesNotMatch", "Signature not yet current: x"), RefusalClass.CLOCK),
                arguments(error(403, "SignatureDoesNotMatch", "It does not match"), null),
                arguments(error(400, "Throttling", ""), null),
                arguments(throttled(429, "0"), null),
                arguments(error(503, "ServiceUnavailable", ""), null),
                arguments(page(403, "<html>Forbidden by the proxy</html>"), null),
                arguments(page(500, "<html>500</html>"), null),
                arguments(page(200, "<html>Welcome</html>"), null));
    }

    /// Null: neither accepted nor refused.
    @ParameterizedTest
    @MethodSource("probes")
    void onlyAwsItselfRefusesAKey(MockResponse answer, @org.jspecify.annotations.Nullable RefusalClass refusal)
            throws Exception {
        answering.everything = answer;

        ProbeOutcome outcome = attempt();

        if (refusal == null) {
            assertThat(outcome).isInstanceOf(ProbeOutcome.Indeterminate.class);
        } else {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            ProbeOutcome.Refused.class,
                            refused -> assertThat(refused.refusal()).isEqualTo(refusal));
        }
        assertThat(outcome.toString()).doesNotContain("canary");
    }

    @Test
    void silenceIsNoRefusal() throws Exception {
        answering.everything = new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build();

        assertThat(attempt()).isInstanceOf(ProbeOutcome.Indeterminate.class);
    }

    @Test
    void aChangeWithoutAnAnswerIsUncertainAndSentOnce() throws Exception {
        answering.next.put("DeleteAccessKey", page(500, "<h1>500</h1>"));

        ActionOutcome outcome = connected.revoker().act(new Action("aws.delete-access-key", false), connected.key(ID));

        assertThat(outcome).isInstanceOf(ActionOutcome.Uncertain.class);
        assertThat(answering.count("DeleteAccessKey")).isEqualTo(1);
    }

    @Test
    void aKeyThatTwoUsersListIsLeftAlone() throws Exception {
        answering.next.put("GetAccessKeyLastUsed", error(403, "AccessDenied", ""));
        answering.next.put("ListUsers", xml(Answering.TWO_USERS));

        ActionOutcome outcome = connected.revoker().act(new Action("aws.delete-access-key", false), connected.key(ID));

        assertThat(outcome).isInstanceOf(ActionOutcome.Refused.class);
        assertThat(answering.count("DeleteAccessKey")).isZero();
    }

    @Test
    void aRoleThatTheActingCredentialMayNotBecomeIsNamed() throws Exception {
        String role = "arn:aws:iam::111122223333:role/curfew-acts";
        answering.next.put("AssumeRole", error(403, "AccessDenied", ""));
        try (ConnectedAccount other = new ConnectedAccount(server.url("/").uri(), SETTINGS, Map.of("act-role", role))) {
            other.acting(ID + " " + SECRET);

            ActionOutcome outcome = other.revoker().act(new Action("aws.delete-access-key", false), other.key(ID));

            assertThat(outcome).isInstanceOf(ActionOutcome.Refused.class);
            assertThat(outcome.detail()).startsWith("AWS does not let the credential become " + role);
        }
        assertThat(answering.count("DeleteAccessKey")).isZero();
    }

    @Test
    void whatActsIsAShortSessionOfTheRoleAndTheKeyThatLastsOnlyBeginsIt() throws Exception {
        String session = "ASIAIOSFODNN7EXAMPLE";
        answering.next.put(
                "AssumeRole",
                xml("<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>" + session
                        + "</AccessKeyId><SecretAccessKey>" + SECRET + "</SecretAccessKey><SessionToken>canary"
                        + "</SessionToken></Credentials></AssumeRoleResult></AssumeRoleResponse>"));
        Map<String, String> settings = Map.of("act-role", "arn:aws:iam::111122223333:role/curfew-acts");
        try (ConnectedAccount other = new ConnectedAccount(server.url("/").uri(), SETTINGS, settings)) {
            other.acting(ID + " " + SECRET).revoker().act(new Action("aws.deactivate-access-key", true), other.key(ID));
        }

        assertThat(answering.count("UpdateAccessKey")).isEqualTo(1);
        for (int i = server.getRequestCount(); i > 0; i--) {
            RecordedRequest request = server.takeRequest();
            boolean begins = body(request).contains("Action=AssumeRole");
            assertThat(request.getHeaders().get("Authorization")).contains("Credential=" + (begins ? ID : session));
            assertThat(begins).isEqualTo(body(request).contains("DurationSeconds=900"));
        }
    }

    @Test
    void sessionsAreDeniedByTheClockThatDatesThemAndNotByOurs() throws Exception {
        answering.next.put(
                "",
                new MockResponse.Builder()
                        .code(403)
                        .addHeader("Date", "Mon, 30 Nov 2099 13:00:00 GMT")
                        .build());
        for (String holder : new String[] {"Role", "User"}) {
            String sessions = "sessions/arn:aws:iam::111122223333:" + holder.toLowerCase(Locale.ROOT) + "/ci/deploy";

            ActionOutcome outcome =
                    connected.revoker().act(new Action("aws.deny-sessions", true), connected.key(sessions));

            assertThat(outcome.detail()).contains("2099-11-30T13:00:01Z", "the " + holder.toLowerCase(Locale.ROOT));
            assertThat(answering.count("Put" + holder + "Policy")).isEqualTo(1);
        }
    }

    @Test
    void theRoleThatCurfewActsAsIsItsOwnAndTakesNoEnd() throws Exception {
        String role = "arn:aws:iam::111122223333:role/curfew-acts";
        String member = "<member><Arn>" + role + "</Arn><RoleName>curfew-acts</RoleName>"
                + "<AssumeRolePolicyDocument>{}</AssumeRolePolicyDocument></member>";
        String details = Answering.details("false", "")
                .replace("<RoleDetailList/>", "<RoleDetailList>" + member + "</RoleDetailList>");
        answering.next.put("GetAccountAuthorizationDetails", xml(details));
        try (ConnectedAccount other = new ConnectedAccount(server.url("/").uri(), SETTINGS, Map.of("act-role", role))) {
            other.reading(ID + " " + SECRET).acting(ID + " " + SECRET);
            Identity identity = other.observe().facts().stream()
                    .filter(Identity.class::isInstance)
                    .map(Identity.class::cast)
                    .filter(each -> each.id().nativeId().equals(role))
                    .findFirst()
                    .orElseThrow();

            assertThat(identity.tags()).containsEntry("curfew:own", "true");
            StandingAccess access = new StandingAccess(identity.id(), Optional.empty());
            assertThatThrownBy(() -> other.timeBoxer().look(access, Instant.parse("2126-12-04T18:00:00Z")))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("shut itself out");
        }
    }

    @Test
    void everyCallIsSignedForItsServiceAndCarriesNoSecret() throws Exception {
        connected.observe();

        for (int i = server.getRequestCount(); i > 0; i--) {
            RecordedRequest request = server.takeRequest();
            assertThat(request.getHeaders().get("Authorization"))
                    .startsWith("AWS4-HMAC-SHA256 Credential=" + ID + "/")
                    .contains("/" + service(request) + "/aws4_request");
            assertThat(request.getHeaders() + body(request)).doesNotContain("canary");
        }
    }

    private static String service(RecordedRequest request) {
        String all = request.getRequestLine() + request.getHeaders().get("X-Amz-Target") + body(request);
        return SIGNED_FOR.entrySet().stream()
                .filter(each -> all.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("no service for " + all);
    }

    private static String body(RecordedRequest request) {
        return request.getBody() == null ? "" : request.getBody().utf8();
    }

    private ProbeOutcome attempt() throws InterruptedException {
        try (Secret secret = Secret.of(SECRET)) {
            return connected.probe().attempt(connected.key(ID), secret);
        }
    }

    private static Coverage coverage(Observation observation, String scope) {
        return observation.coverage().stream()
                .filter(coverage -> coverage.scope().equals(scope))
                .findFirst()
                .orElseThrow();
    }

    private static MockResponse xml(String body) {
        return Answering.answer(200, "text/xml", body);
    }

    private static MockResponse page(int status, String body) {
        return Answering.answer(status, "text/html", body);
    }

    private static MockResponse json(String body) {
        return Answering.answer(200, "application/x-amz-json-1.1", body.replace('\'', '"'));
    }

    private static MockResponse error(int status, String code, String message) {
        return Answering.answer(
                status,
                "text/xml",
                "<ErrorResponse><Error><Type>Sender</Type><Code>" + code + "</Code><Message>" + message
                        + "</Message></Error></ErrorResponse>");
    }

    private static MockResponse throttled(int status, String retryAfter) {
        return error(status, "TooManyRequestsException", "slower")
                .newBuilder()
                .addHeader("Retry-After", retryAfter)
                .build();
    }
}
