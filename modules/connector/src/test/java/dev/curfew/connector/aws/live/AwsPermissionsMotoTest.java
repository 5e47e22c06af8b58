package dev.curfew.connector.aws.live;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.connector.aws.AwsConnector;
import dev.curfew.connector.aws.ConnectedAccount;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.rotation.Rotator;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@WithMoto
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwsPermissionsMotoTest {
    private static final String ROOT = "arn:aws:iam::123456789012:";

    private final Moto moto;
    private final SeededAccount account;

    AwsPermissionsMotoTest(Moto moto) {
        this.moto = moto;
        this.account = new SeededAccount(moto);
    }

    /// Once for all: each test adds an administrator or auditor of its own.
    @BeforeAll
    void seed() {
        moto.reset();
        account.seed();
    }

    @Test
    void twoReadingsOfAnUnchangedAccountAreEqual() throws Exception {
        Moto.AccessKey key = moto.administrator("curfew-1");
        try (Moto.Enforcement _ = moto.enforceAuthentication()) {
            Observation first = observe(key);

            assertThat(observe(key).facts()).isEqualTo(first.facts());
        }
    }

    @Test
    void seesItselfInTheInventory() throws Exception {
        Moto.AccessKey key = moto.administrator("curfew-2");
        try (Moto.Enforcement _ = moto.enforceAuthentication()) {
            Observation observation = observe(key);

            assertThat(fact(observation, Identity.class, ROOT + "user/curfew-2").tags())
                    .isEqualTo(Map.of("curfew:own", "true"));
            assertThat(facts(observation, Credential.class)
                            .filter(credential -> credential.attributes().containsKey("curfew:own"))
                            .map(Fact::key))
                    .containsExactly(key.id());
        }
    }

    @Test
    void readsWhatItMayAndTellsWhatItMayNot() throws Exception {
        account.call("CreateUser", "UserName", "auditor-3");
        String policy = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["iam:GetAccountAuthorizationDetails","iam:ListAccessKeys","iam:ListUsers"],"Resource":"*"}]}\
            """;
        account.call("PutUserPolicy", "UserName", "auditor-3", "PolicyName", "p", "PolicyDocument", policy);
        Moto.AccessKey key = moto.accessKey("auditor-3");
        try (Moto.Enforcement _ = moto.enforceAuthentication()) {
            Observation observation = observe(key);

            Map<String, CoverageState> states =
                    observation.coverage().stream().collect(Collectors.toMap(Coverage::scope, Coverage::state));
            assertThat(states)
                    .containsEntry("users", CoverageState.READ)
                    .containsEntry("access-keys", CoverageState.READ)
                    .containsEntry("access-key-last-used", CoverageState.REFUSED)
                    .containsEntry("passwords", CoverageState.REFUSED);
            assertThat(facts(observation, Credential.class)
                            .filter(credential -> !credential.id().nativeId().equals(key.id())))
                    .isNotEmpty()
                    .allSatisfy(credential -> assertThat(credential.usage()).isInstanceOf(Usage.NotObserved.class));
        }
    }

    @Test
    void tellsTheLastUseOfKeysByTheReportWhereItMayNotAskOfEach() throws Exception {
        account.call("CreateUser", "UserName", "auditor-5");
        String policy = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["iam:GetAccountAuthorizationDetails","iam:ListAccessKeys","iam:ListUsers","iam:GenerateCredentialReport","iam:GetCredentialReport"],"Resource":"*"}]}\
            """;
        account.call("PutUserPolicy", "UserName", "auditor-5", "PolicyName", "p", "PolicyDocument", policy);
        account.call("CreateUser", "UserName", "worker-5");
        Moto.AccessKey used = moto.accessKey("worker-5");
        account.call("CreateUser", "UserName", "idle-5");
        Moto.AccessKey idle = moto.accessKey("idle-5");
        Moto.AccessKey key = moto.accessKey("auditor-5");
        try (Moto.Enforcement _ = moto.enforceAuthentication()) {
            // it may do nothing, and is used all the same
            observe(used);

            Observation observation = observe(key);

            assertThat(fact(observation, Credential.class, used.id()).usage())
                    .isInstanceOfSatisfying(
                            Usage.Seen.class,
                            seen -> assertThat(seen.quality().record()).isEqualTo("GetCredentialReport"));
            assertThat(fact(observation, Credential.class, idle.id()).usage()).isInstanceOf(Usage.NoneSeen.class);
            try (ConnectedAccount connected = new ConnectedAccount(moto.endpoint(), HttpSettings.DEFAULTS)) {
                Rotator rotator =
                        connected.reading(profile(key)).acting(profile(key)).rotator();
                for (Moto.AccessKey each : List.of(used, idle)) {
                    assertThat(rotator.lastUse(connected.key(each.id())))
                            .as("looked at while it is rotated")
                            .isEqualTo(fact(observation, Credential.class, each.id())
                                    .usage());
                }
            }
        }
    }

    @Test
    void thePolicyThatWeAskForIsEnoughAndNotMore() throws Exception {
        String policy = resource("read-policy.json");
        account.call("CreateUser", "UserName", "least");
        account.call("PutUserPolicy", "UserName", "least", "PolicyName", "p", "PolicyDocument", policy);
        account.call(
                "CreateOpenIDConnectProvider",
                "Url",
                "https://issuer.example",
                "ClientIDList.member.1",
                "vault",
                "ThumbprintList.member.1",
                "a".repeat(40));
        Moto.AccessKey key = moto.accessKey("least");
        try (Moto.Enforcement _ = moto.enforceAuthentication()) {
            assertThat(observe(key).coverage()).extracting(Coverage::state).containsOnly(CoverageState.READ);
        }
        for (String action : policy.lines()
                .filter(line -> line.contains("\"iam:"))
                // asked for only where a policy is narrowed
                .filter(line -> !line.contains("ServiceLastAccessed"))
                .map(String::strip)
                .toList()) {
            String without = policy.replace(action, action.replace("iam:", "iam:No"));
            account.call("PutUserPolicy", "UserName", "least", "PolicyName", "p", "PolicyDocument", without);
            try (Moto.Enforcement _ = moto.enforceAuthentication()) {
                assertThat(observe(key).coverage())
                        .as("without " + action)
                        .anyMatch(coverage ->
                                coverage.state() == CoverageState.REFUSED || coverage.state() == CoverageState.PARTIAL);
            }
        }
    }

    @Test
    void readsTheKeysEvenWhereTheDetailsAreRefused() throws Exception {
        account.call("CreateUser", "UserName", "auditor-4");
        String policy = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["iam:ListAccessKeys","iam:ListUsers"],"Resource":"*"}]}\
            """;
        account.call("PutUserPolicy", "UserName", "auditor-4", "PolicyName", "p", "PolicyDocument", policy);
        Moto.AccessKey key = moto.accessKey("auditor-4");
        try (Moto.Enforcement _ = moto.enforceAuthentication()) {
            Observation observation = observe(key);

            assertThat(observation.coverage())
                    .filteredOn(coverage ->
                            List.of("users", "groups", "roles", "policies").contains(coverage.scope()))
                    .hasSize(4)
                    .allSatisfy(coverage -> {
                        assertThat(coverage.state()).isEqualTo(CoverageState.REFUSED);
                        assertThat(coverage.detail()).contains("AccessDenied");
                    });
            assertThat(facts(observation, Identity.class)).isEmpty();
            assertThat(facts(observation, Credential.class).map(Fact::key))
                    .contains(key.id())
                    .hasSizeGreaterThan(14);
            assertThat(facts(observation, Resource.class).map(Fact::key)).containsExactly(ROOT + "root");
        }
    }

    @Test
    void refusesToConnectWithAKeyThatAwsDoesNotKnow() {
        try (Moto.Enforcement _ = moto.enforceAuthentication()) {
            assertThatThrownBy(() -> observe("AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMIcanaryCANARYcanaryEXAMPLEKEY"))
                    .isInstanceOfSatisfying(SourceException.class, e -> {
                        assertThat(e.kind()).isEqualTo(SourceException.Kind.REFUSED);
                        assertThat(e)
                                .hasMessageContaining("InvalidClientTokenId")
                                .hasMessageNotContaining("canary");
                    });
        }
    }

    private Observation observe(Moto.AccessKey key) throws InterruptedException {
        return observe(profile(key));
    }

    private static String profile(Moto.AccessKey key) {
        return "[default]\naws_access_key_id = " + key.id() + "\naws_secret_access_key = "
                + key.secret().reveal();
    }

    private Observation observe(String credential) throws InterruptedException {
        try (ConnectedAccount connected = new ConnectedAccount(moto.endpoint(), HttpSettings.DEFAULTS)) {
            return connected.reading(credential).observe();
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = AwsConnector.class.getResourceAsStream(name)) {
            return new String(requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static <F extends Fact> Stream<F> facts(Observation observation, Class<F> type) {
        return observation.facts().stream().filter(type::isInstance).map(type::cast);
    }

    private static <F extends Fact> F fact(Observation observation, Class<F> type, String key) {
        return facts(observation, type)
                .filter(fact -> fact.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
