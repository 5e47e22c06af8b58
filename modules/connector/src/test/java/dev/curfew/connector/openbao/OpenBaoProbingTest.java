package dev.curfew.connector.openbao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.curfew.connector.Moments;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// All of these tokens are answered with the same 403 by `auth/token/lookup-self`, or could be.
@WithOpenBao
class OpenBaoProbingTest {
    private final OpenBao openBao;
    private Connected connected;

    OpenBaoProbingTest(OpenBao openBao) {
        this.openBao = openBao;
    }

    @BeforeEach
    void connect() {
        openBao.policy("narrow", "path \"secret/data/x\" { capabilities = [\"read\"] }");
        connected = Connected.with(openBao);
    }

    @AfterEach
    void disconnect() {
        connected.close();
    }

    @Test
    void itsClockIsRead() throws InterruptedException {
        Moments.assertIsOurs(connected.clock());
    }

    @Test
    void aValidTokenThatMayNotLookItselfUpIsAccepted() throws InterruptedException {
        Connected.Token token =
                Connected.token(openBao, Map.of("policies", List.of("narrow"), "no_default_policy", true));
        assertThat(openBao.call("GET", "auth/token/lookup-self", Map.of(), token.value())
                        .status())
                .isEqualTo(403);
        assertThat(connected.probe().attempt(token.id(), token.secret())).isInstanceOf(ProbeOutcome.Accepted.class);
        assertThat(connected.probe().belongs(token.id(), token.secret())).isTrue();
    }

    @Test
    void tryingSpendsNoUse() throws InterruptedException {
        Connected.Token token = Connected.token(openBao, Map.of("policies", List.of("narrow"), "num_uses", 2));
        for (int i = 0; i < 5; i++) {
            assertThat(connected.probe().attempt(token.id(), token.secret())).isInstanceOf(ProbeOutcome.Accepted.class);
        }
        assertThat(connected.probe().belongs(token.id(), token.secret())).isTrue();
        assertThat(openBao.write("auth/token/lookup-accessor", Map.of("accessor", token.accessor()))
                        .text("/data/num_uses"))
                .isEqualTo("2");
    }

    @Test
    void aTokenBoundToOtherAddressesIsRefusedForTheNetwork() throws InterruptedException {
        openBao.write(
                "auth/token/roles/elsewhere",
                Map.of("allowed_policies", List.of("narrow"), "token_bound_cidrs", List.of("10.1.2.0/24")));
        Connected.Token token =
                Connected.Token.of(openBao.write("auth/token/create/elsewhere", Map.of("policies", List.of("narrow"))));
        assertThat(connected.probe().attempt(token.id(), token.secret()))
                .isInstanceOfSatisfying(
                        ProbeOutcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(RefusalClass.NETWORK));
    }

    @Test
    void aMadeUpTokenUnderALivingTokensNameIsNotCalledRevoked() throws InterruptedException {
        Connected.Token token = Connected.token(openBao, "narrow");
        Secret other = Secret.of("s.madeUpByTheTest000000000");
        assertThat(connected.probe().attempt(token.id(), other))
                .isInstanceOfSatisfying(
                        ProbeOutcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(RefusalClass.DENIED));
        assertThat(connected.probe().belongs(token.id(), other)).isFalse();
    }

    @Test
    void anotherTokensValueDoesNotBelong() throws InterruptedException {
        Connected.Token one = Connected.token(openBao, "narrow");
        Connected.Token two = Connected.token(openBao, "narrow");
        assertThat(connected.probe().belongs(one.id(), two.secret())).isFalse();
    }

    @Test
    void withoutTheRightToLookUpARefusalIsUnclear() throws InterruptedException {
        Connected.Token token = Connected.token(openBao, "narrow");
        openBao.write("auth/token/revoke-accessor", Map.of("accessor", token.accessor()));
        try (Connected blind = blind()) {
            assertThat(blind.probe().attempt(token.id(), token.secret()))
                    .isInstanceOfSatisfying(
                            ProbeOutcome.Indeterminate.class,
                            unclear -> assertThat(unclear.detail()).contains("read-policy.hcl"));
            assertThat(blind.probe().belongs(token.id(), token.secret())).isFalse();
        }
    }

    @Test
    void withoutTheRightToLookUpAValueSaysWhoseItIsIfItMay() throws InterruptedException {
        Connected.Token telling = Connected.token(openBao, "narrow");
        Connected.Token mute =
                Connected.token(openBao, Map.of("policies", List.of("narrow"), "no_default_policy", true));
        try (Connected blind = blind()) {
            assertThat(blind.probe().belongs(telling.id(), telling.secret())).isTrue();
            assertThat(blind.probe().belongs(mute.id(), telling.secret())).isFalse();
            assertThat(catchThrowableOfType(
                            SourceException.class, () -> blind.probe().belongs(mute.id(), mute.secret())))
                    .hasMessageContaining("auth/token/lookup")
                    .hasMessageNotContaining(mute.value());
        }
    }

    /// Reads with a token that may look up nobody.
    private Connected blind() {
        return new Connected(
                openBao.address(), Connected.token(openBao, "narrow").value(), "");
    }

    @Test
    void whatCannotBeATokenIsNotTried() throws InterruptedException {
        assertThat(connected.probe().attempt(Connected.credential("x"), Secret.of("two words\n")))
                .isInstanceOfSatisfying(
                        ProbeOutcome.Indeterminate.class,
                        outcome -> assertThat(outcome.detail())
                                .contains("neither a token")
                                .doesNotContain("two words"));
    }

    @Test
    void whatALeaseHandsOutIsNotTriedHere() throws InterruptedException {
        assertThat(connected.probe().attempt(Connected.credential("lease/database/creds/x/1"), Secret.of("password")))
                .isInstanceOf(ProbeOutcome.Indeterminate.class);
    }
}
