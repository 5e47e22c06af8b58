package dev.curfew.connector.aws.key;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.connector.Moments;
import dev.curfew.connector.aws.AwsConnector;
import dev.curfew.connector.aws.ConnectedAccount;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A key's whole end, with moto checking signatures and permissions.
@WithMoto
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwsRevocationMotoTest {
    private static final Action DEACTIVATE = new Action(AwsRevoker.DEACTIVATE, true);
    private static final Action DELETE = new Action(AwsRevoker.DELETE, false);

    private final Moto moto;
    private Moto.AccessKey administrator;
    private int users;
    private ConnectedAccount connected;
    private Moto.AccessKey key;
    private CredentialId credential;
    private Moto.Enforcement enforcement;

    AwsRevocationMotoTest(Moto moto) {
        this.moto = moto;
    }

    @BeforeAll
    void reset() {
        moto.reset();
        administrator = moto.administrator("curfew");
    }

    /// A user and key for each test.
    @BeforeEach
    void connect() {
        users++;
        String user = "ci-" + users;
        moto.iam("CreateUser", Map.of("UserName", user, "Path", "/ops/")).ok();
        key = moto.accessKey(user);
        String text = "{\"accessKeyId\":\"" + administrator.id() + "\",\"secretAccessKey\":\""
                + administrator.secret().reveal() + "\"}";
        connected = new ConnectedAccount(moto.endpoint(), HttpSettings.DEFAULTS)
                .reading(text)
                .acting(text);
        credential = connected.key(key.id());
        enforcement = moto.enforceAuthentication();
    }

    @AfterEach
    void close() {
        enforcement.close();
        connected.close();
    }

    @Test
    void itsClockIsRead() throws InterruptedException {
        Moments.assertIsOurs(connected.clock());
    }

    @Test
    void aDeletedKeyIsRefusedAsInvalid() throws Exception {
        assertThat(attempt()).isInstanceOf(ProbeOutcome.Accepted.class);

        ActionOutcome outcome = connected.revoker().act(DELETE, credential);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ActionOutcome.Done.class,
                        done -> assertThat(done.detail()).isEqualTo("DeleteAccessKey for the user ci-" + users));
        assertThat(attempt()).isInstanceOfSatisfying(ProbeOutcome.Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(RefusalClass.INVALID_CREDENTIAL);
            assertThat(refused.detail()).isEqualTo("403 InvalidClientTokenId");
        });
        assertThat(connected.probe().list(credential)).isInstanceOf(ListingEvidence.NotListed.class);
    }

    /// AWS refuses an inactive key; moto does not, and Curfew says what it met.
    @Test
    void aDeactivatedKeyThatStillWorksIsSaidToWork() throws Exception {
        assertThat(connected.revoker().act(DEACTIVATE, credential)).isInstanceOf(ActionOutcome.Done.class);

        assertThat(connected.probe().list(credential))
                .isInstanceOfSatisfying(
                        ListingEvidence.Listed.class,
                        listed -> assertThat(listed.active()).isFalse());
        assertThat(attempt()).isInstanceOf(ProbeOutcome.Accepted.class);
    }

    @Test
    void doneTwiceIsAlreadyDone() throws Exception {
        connected.revoker().act(DEACTIVATE, credential);
        assertThat(connected.revoker().act(DEACTIVATE, credential)).isInstanceOf(ActionOutcome.AlreadyDone.class);

        connected.revoker().act(DELETE, credential);
        assertThat(connected.revoker().act(DELETE, credential)).isInstanceOf(ActionOutcome.AlreadyDone.class);
        assertThat(connected.revoker().act(DEACTIVATE, credential)).isInstanceOf(ActionOutcome.AlreadyDone.class);
    }

    @Test
    void whoMayNotActIsRefusedAndNothingHappens() throws Exception {
        connected.acting(key.id() + " " + key.secret().reveal());

        assertThat(connected.revoker().act(DELETE, credential))
                .isInstanceOfSatisfying(
                        ActionOutcome.Refused.class,
                        refused -> assertThat(refused.detail()).contains("AccessDenied"));
        assertThat(attempt()).isInstanceOf(ProbeOutcome.Accepted.class);
    }

    /// Without the permission for the short way, every user's keys are looked through.
    @Test
    void findsTheUserWithoutTheRecordOfLastUse() throws Exception {
        enforcement.close();
        String policy = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["iam:ListUsers","iam:ListAccessKeys","iam:DeleteAccessKey"],"Resource":"*"}]}\
            """;
        moto.iam("CreateUser", Map.of("UserName", "revoker")).ok();
        moto.iam("PutUserPolicy", Map.of("UserName", "revoker", "PolicyName", "p", "PolicyDocument", policy))
                .ok();
        Moto.AccessKey acting = moto.accessKey("revoker");
        connected.acting(acting.id() + " " + acting.secret().reveal());
        enforcement = moto.enforceAuthentication();

        assertThat(connected.revoker().act(DELETE, credential)).isInstanceOf(ActionOutcome.Done.class);
        assertThat(connected.revoker().act(DELETE, credential)).isInstanceOf(ActionOutcome.AlreadyDone.class);
        assertThat(attempt()).isInstanceOf(ProbeOutcome.Refused.class);
    }

    @Test
    void thePolicyThatWeAskForIsEnoughToAct() throws Exception {
        enforcement.close();
        moto.iam("CreateUser", Map.of("UserName", "least")).ok();
        moto.iam(
                        "PutUserPolicy",
                        Map.of("UserName", "least", "PolicyName", "p", "PolicyDocument", resource("act-policy.json")))
                .ok();
        Moto.AccessKey acting = moto.accessKey("least");
        connected.acting(acting.id() + " " + acting.secret().reveal());
        enforcement = moto.enforceAuthentication();

        assertThat(connected.revoker().act(DEACTIVATE, credential)).isInstanceOf(ActionOutcome.Done.class);
        assertThat(connected.revoker().act(DELETE, credential)).isInstanceOf(ActionOutcome.Done.class);
    }

    @Test
    void actsOnNothingButAccessKeysOfItsAccount() throws Exception {
        assertThat(connected.revoker().act(DELETE, connected.key("arn:aws:iam::123456789012:user/ops/ci#password")))
                .isInstanceOf(ActionOutcome.Refused.class);
        assertThat(connected.revoker().act(DELETE, CredentialId.of("other", key.id())))
                .isInstanceOf(ActionOutcome.Refused.class);
        assertThatThrownBy(() -> connected.revoker().act(new Action("aws.forget", false), credential))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(attempt()).isInstanceOf(ProbeOutcome.Accepted.class);
    }

    @Test
    void aWrongSecretNeitherBelongsNorProves() throws Exception {
        String wrong = "x".repeat(40);

        assertThat(belongs(wrong)).isFalse();
        assertThat(attempt(wrong))
                .isInstanceOfSatisfying(
                        ProbeOutcome.Indeterminate.class,
                        outcome -> assertThat(outcome.detail()).contains("SignatureDoesNotMatch"));
    }

    @Test
    void anotherKeyNeitherBelongsNorProves() throws Exception {
        String other = "AKIAIOSFODNN7EXAMPLE " + key.secret().reveal();

        assertThat(belongs(other)).isFalse();
        assertThat(attempt(other)).isInstanceOf(ProbeOutcome.Indeterminate.class);
    }

    /// Refused for the token, it would say nothing of the key.
    @Test
    void aSessionsKeyNeitherBelongsNorProves() throws Exception {
        String session = "{\"AccessKeyId\":\"" + key.id() + "\",\"SecretAccessKey\":\""
                + key.secret().reveal() + "\",\"SessionToken\":\"abc\"}";

        assertThat(belongs(session)).isFalse();
        assertThat(attempt(session)).isInstanceOf(ProbeOutcome.Indeterminate.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%2$s",
                "%1$s %2$s",
                "{\"accessKeyId\": \"%1$s\", \"secretAccessKey\": \"%2$s\"}",
                "{\"AccessKey\": {\"UserName\": \"ci\", \"AccessKeyId\": \"%1$s\", \"SecretAccessKey\": \"%2$s\"}}",
                "[ci]\naws_access_key_id=%1$s\naws_secret_access_key=%2$s\n",
                "export AWS_ACCESS_KEY_ID=%1$s\nexport AWS_SECRET_ACCESS_KEY=\"%2$s\"\n"
            })
    void takesAKeyAsPeopleKeepIt(String format) throws Exception {
        String value = String.format(format, key.id(), key.secret().reveal());

        assertThat(belongs(value)).isTrue();
        assertThat(attempt(value)).isInstanceOf(ProbeOutcome.Accepted.class);
    }

    /// AWS checks the id first, so this refusal is about the key whatever the secret.
    @Test
    void aDeletedKeyIsNotContradicted() throws Exception {
        connected.revoker().act(DELETE, credential);

        assertThat(belongs(key.secret().reveal())).isTrue();
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = AwsConnector.class.getResourceAsStream(name)) {
            return new String(requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private ProbeOutcome attempt() throws InterruptedException {
        return attempt(key.secret().reveal());
    }

    private ProbeOutcome attempt(String value) throws InterruptedException {
        try (Secret secret = Secret.of(value)) {
            return connected.probe().attempt(credential, secret);
        }
    }

    private boolean belongs(String value) throws InterruptedException {
        try (Secret secret = Secret.of(value)) {
            return connected.probe().belongs(credential, secret);
        }
    }
}
