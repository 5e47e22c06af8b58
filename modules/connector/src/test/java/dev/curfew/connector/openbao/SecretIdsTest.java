package dev.curfew.connector.openbao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.Belonging;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.rotation.Rotator;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Secret ids on a real OpenBao, by the shipped policies, and through a relay that loses answers.
@WithOpenBao
class SecretIdsTest {
    private static final Action DESTROY = new Action("openbao.destroy-secret-id", false);
    private static final String ROLE = "auth/secret-ids/role/web";

    private final OpenBao openBao;
    private Connected connected;

    SecretIdsTest(OpenBao openBao) {
        this.openBao = openBao;
    }

    @BeforeEach
    void connect() {
        openBao.call("POST", "sys/auth/secret-ids", Map.of("type", "approle"));
        openBao.write(ROLE, Map.of("token_policies", "default", "secret_id_ttl", "2h"));
        connected = Connected.with(openBao);
    }

    @AfterEach
    void disconnect() {
        connected.close();
    }

    private record Made(CredentialId id, String value) {
        Secret secret() {
            return Secret.of(value);
        }
    }

    private Made make(Map<String, ?> order) {
        Answer made = openBao.write(ROLE + "/secret-id", order);
        return new Made(id(made.text("/data/secret_id_accessor")), made.text("/data/secret_id"));
    }

    private static CredentialId id(String accessor) {
        return Connected.credential("secret-id/secret-ids/web/" + accessor);
    }

    private Answer login(String value) {
        String role = openBao.read(ROLE + "/role-id").text("/data/role_id");
        return openBao.call("POST", "auth/secret-ids/login", Map.of("role_id", role, "secret_id", value), "");
    }

    @Test
    void destroyedItIsRefusedAndTheTokensOfItsLoginsLiveOn() throws InterruptedException {
        Made made = make(Map.of());
        assertThat(connected.probe().attempt(made.id(), made.secret())).isInstanceOf(ProbeOutcome.Accepted.class);
        assertThat(connected.probe().whose(made.secret())).isEqualTo(new Belonging.To(made.id()));
        assertThat(connected.probe().belongs(make(Map.of()).id(), made.secret()))
                .isFalse();
        String token = login(made.value()).ok().text("/auth/client_token");

        assertThat(connected.revoker().act(DESTROY, made.id())).isInstanceOf(ActionOutcome.Done.class);
        assertThat(connected.revoker().act(DESTROY, made.id())).isInstanceOf(ActionOutcome.AlreadyDone.class);

        assertThat(connected.probe().attempt(made.id(), made.secret()))
                .isInstanceOfSatisfying(ProbeOutcome.Refused.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(RefusalClass.INVALID_CREDENTIAL);
                    assertThat(refused.detail()).doesNotContain(made.value());
                });
        assertThat(connected.probe().list(made.id())).isInstanceOf(ListingEvidence.NotListed.class);
        assertThat(connected.probe().whose(made.secret())).isEqualTo(new Belonging.Untold());
        assertThat(openBao.call("POST", "auth/token/renew-self", Map.of(), token)
                        .status())
                .as("as resources/revocability.json has it")
                .isEqualTo(200);
    }

    @Test
    void aTrialLeavesNoTokenAndSpendsNoUse() throws InterruptedException {
        Made made = make(Map.of());
        Made counted = make(Map.of("num_uses", 1));
        int before = tokens();

        connected.probe().attempt(made.id(), made.secret());
        ProbeOutcome outcome = connected.probe().attempt(counted.id(), counted.secret());

        assertThat(tokens()).isEqualTo(before);
        assertThat(outcome).isInstanceOf(ProbeOutcome.Indeterminate.class);
        assertThat(outcome.detail()).contains("a trial would spend one");
        assertThat(login(counted.value()).status()).isEqualTo(200);
    }

    private int tokens() {
        return openBao.call("GET", "auth/token/accessors?list=true", Map.of())
                .texts("/data/keys")
                .size();
    }

    @Test
    void fromOtherAddressesItIsRefusedByTheNetworkAndWithItsRoleItIsGone() throws InterruptedException {
        Made bound = make(Map.of("cidr_list", "10.0.0.0/8"));
        assertThat(connected.probe().attempt(bound.id(), bound.secret()))
                .isInstanceOfSatisfying(
                        ProbeOutcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(RefusalClass.NETWORK));

        openBao.call("DELETE", ROLE, Map.of());

        assertThat(connected.probe().attempt(bound.id(), bound.secret()))
                .isInstanceOfSatisfying(
                        ProbeOutcome.Refused.class,
                        refused -> assertThat(refused.detail()).contains("role web is gone"));
        assertThat(connected.probe().list(bound.id())).isInstanceOf(ListingEvidence.NotListed.class);
        assertThat(connected.revoker().act(DESTROY, bound.id())).isInstanceOf(ActionOutcome.AlreadyDone.class);
    }

    @Test
    void aSecondOneIsLikeTheFirstAndBearsTheMark() throws InterruptedException {
        Made old = make(Map.of("metadata", "{\"team\":\"web\"}", "ttl", "1h", "cidr_list", "127.0.0.0/8"));
        Rotator rotator = connected.rotator();
        Rotator.Fresh fresh = rotator.make(old.id(), "t-1");

        Answer looked = lookup(fresh.id());
        assertThat(looked.text("/data/metadata/team")).isEqualTo("web");
        assertThat(looked.text("/data/metadata/curfew-rotation")).isEqualTo("t-1");
        assertThat(looked.text("/data/cidr_list/0")).isEqualTo("127.0.0.0/8");
        assertThat(looked.text("/data/secret_id_ttl")).isEqualTo("3600");
        assertThat(connected.probe().attempt(fresh.id(), fresh.value())).isInstanceOf(ProbeOutcome.Accepted.class);
        assertThat(rotator.strays(old.id(), "t-1", Set.of())).containsExactly(fresh.id());
        assertThat(rotator.strays(old.id(), "t-2", Set.of())).isEmpty();
        assertThat(rotator.discard(fresh.id())).isInstanceOf(ActionOutcome.Done.class);
        assertThat(rotator.discard(fresh.id())).isInstanceOf(ActionOutcome.AlreadyDone.class);
        assertThat(rotator.restore(old.id())).isInstanceOf(ActionOutcome.Refused.class);
    }

    private Answer lookup(CredentialId id) {
        String accessor = id.nativeId().substring(id.nativeId().lastIndexOf('/') + 1);
        return openBao.write(ROLE + "/secret-id-accessor/lookup", Map.of("secret_id_accessor", accessor));
    }

    @Test
    void oneWithCountedUsesIsNotReplaced() {
        Made counted = make(Map.of("num_uses", 5));
        assertThatThrownBy(() -> connected.rotator().beside(counted.id()))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("5 more times");
    }

    @Test
    void anAnswerThatGotLostIsTakenBackByItsMarkAndAnEndThatGotLostIsDone() throws InterruptedException {
        Made old = make(Map.of());
        try (Relay relay = new Relay(openBao.address());
                Connected lossy = connected.at(relay.address())) {
            relay.lose("POST /v1/" + ROLE + "/secret-id");
            assertThatThrownBy(() -> lossy.rotator().make(old.id(), "t-9")).isInstanceOf(SourceException.class);
            Set<CredentialId> strays = lossy.rotator().strays(old.id(), "t-9", Set.of());
            assertThat(strays).hasSize(1);

            relay.lose("POST /v1/" + ROLE + "/secret-id-accessor/destroy");
            CredentialId stray = strays.iterator().next();
            assertThat(lossy.rotator().discard(stray))
                    .as("it was destroyed, and the answer lost; asked again it is not there")
                    .isInstanceOf(ActionOutcome.AlreadyDone.class);
            assertThat(connected.probe().list(stray)).isInstanceOf(ListingEvidence.NotListed.class);
            assertThat(connected.probe().attempt(old.id(), old.secret())).isInstanceOf(ProbeOutcome.Accepted.class);
        }
    }

    @Test
    void anActingTokenThatMayNotIsRefused() throws InterruptedException {
        Made made = make(Map.of());
        openBao.policy("curfew-act", "path \"auth/token/lookup-accessor\" { capabilities = [\"update\"] }");

        assertThat(connected.revoker().act(DESTROY, made.id())).isInstanceOf(ActionOutcome.Refused.class);
        assertThatThrownBy(() -> connected.rotator().make(made.id(), "t-3"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("act-policy.hcl");
        assertThat(login(made.value()).status()).isEqualTo(200);
    }
}
