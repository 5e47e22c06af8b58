package dev.curfew.connector.openbao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithOpenBao
class OpenBaoIssuingTest {
    private static final String HCL = "path \"secret/data/prod/*\" { capabilities = [\"read\"] }";
    private static final Receipt RECEIPT = new Receipt("ab".repeat(32), 7, "bo", Instant.EPOCH);

    private final OpenBao openBao;
    private Connected connected;

    OpenBaoIssuingTest(OpenBao openBao) {
        this.openBao = openBao;
    }

    @BeforeEach
    void connect() {
        openBao.policy("break-glass", HCL);
        connected = Connected.with(openBao);
    }

    @AfterEach
    void disconnect() {
        connected.close();
    }

    @Test
    void aTokenIsIssuedWithExactlyThePolicyAndAnEndOfItsOwn() {
        Issuer.Issued issued = connected.issuer().issue(RECEIPT, order(Duration.ofMinutes(15)));

        Answer token = openBao.write(
                "auth/token/lookup-accessor", Map.of("accessor", issued.id().nativeId()));
        assertThat(token.texts("/data/policies")).containsExactly("break-glass");
        assertThat(token.text("/data/orphan")).isEqualTo("true");
        assertThat(token.text("/data/renewable")).isEqualTo("false");
        assertThat(token.text("/data/explicit_max_ttl")).isEqualTo("900");
        assertThat(token.text("/data/display_name")).isEqualTo("token-curfew-r1");
        assertThat(token.text("/data/meta/curfew-receipt")).isEqualTo(RECEIPT.subjectHash());
        assertThat(issued.endsAt()).isEqualTo(Instant.parse(token.text("/data/expire_time")));
        assertThat(Duration.between(issued.issuedAt(), issued.endsAt()))
                .isBetween(
                        Duration.ofMinutes(15).minusSeconds(1),
                        Duration.ofMinutes(15).plusSeconds(1));
        assertThat(issued.enforcement()).isEqualTo(new Enforcement(true, "OpenBao", "explicit_max_ttl"));
        openBao.write("secret/data/prod/db", Map.of("data", Map.of("password", "x")));
        assertThat(openBao.call(
                                "GET",
                                "secret/data/prod/db",
                                Map.of(),
                                issued.value().reveal())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theValueIsNeitherInTheResultsTextNorRenewable() {
        Issuer.Issued issued = connected.issuer().issue(RECEIPT, order(Duration.ofMinutes(1)));
        assertThat(issued.toString()).doesNotContain(issued.value().reveal());
        assertThat(openBao.call(
                                "POST",
                                "auth/token/renew",
                                Map.of("token", issued.value().reveal()))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void itLivesOnWhenTheActingTokenIsRevokedAndEndsByItself() throws InterruptedException {
        Issuer.Issued issued = connected.issuer().issue(RECEIPT, order(Duration.ofSeconds(4)));
        String accessor = openBao.call("GET", "auth/token/lookup-self", Map.of(), connected.actToken())
                .ok()
                .text("/data/accessor");
        openBao.write("auth/token/revoke-accessor", Map.of("accessor", accessor));
        assertThat(connected.probe().attempt(issued.id(), issued.value())).isInstanceOf(ProbeOutcome.Accepted.class);

        ProbeOutcome last = connected.probe().attempt(issued.id(), issued.value());
        Instant deadline = issued.endsAt().plusSeconds(10);
        while (last instanceof ProbeOutcome.Accepted && Instant.now().isBefore(deadline)) {
            Thread.sleep(50);
            last = connected.probe().attempt(issued.id(), issued.value());
        }
        assertThat(last)
                .isInstanceOfSatisfying(
                        ProbeOutcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(RefusalClass.INVALID_CREDENTIAL));
        assertThat(last.at()).isAfterOrEqualTo(issued.endsAt().minusMillis(100));
    }

    @Test
    void aServerThatCapsTheTimeIsBelieved() {
        openBao.write("sys/auth/token/tune", Map.of("max_lease_ttl", "60s"));
        try {
            Issuer.Issued issued = connected.issuer().issue(RECEIPT, order(Duration.ofMinutes(15)));
            assertThat(Duration.between(issued.issuedAt(), issued.endsAt()))
                    .isLessThanOrEqualTo(Duration.ofSeconds(61));
        } finally {
            openBao.write("sys/auth/token/tune", Map.of("max_lease_ttl", "768h"));
        }
    }

    @Test
    void withoutTheRightItSaysWhatTheTokenNeeds() {
        String weak = Connected.token(openBao, "curfew-read").value();
        try (Connected reader = new Connected(openBao.address(), weak, weak)) {
            assertThat(catchThrowableOfType(
                            SourceException.class, () -> reader.issuer().issue(RECEIPT, order(Duration.ofMinutes(1)))))
                    .returns(SourceException.Kind.REFUSED, SourceException::kind)
                    .hasMessageContaining("permission denied")
                    .hasMessageContaining("act-policy.hcl");
        }
    }

    @Test
    void thePolicysTextIsReadAsItStands() {
        assertThat(connected.issuer().currentPolicyText(Connected.policy("break-glass")))
                .isEqualTo(HCL);
        assertThatThrownBy(() -> connected.issuer().currentPolicyText(Connected.policy("nobody-wrote-this")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("nobody-wrote-this");
    }

    private static Issuer.Order order(Duration duration) {
        return new Issuer.Order(Connected.policy("break-glass"), duration, "curfew-r1");
    }
}
