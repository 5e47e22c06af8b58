package dev.curfew.connector.openbao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithOpenBao
class OpenBaoRevokingTest {
    private static final Action TOKEN = new Action("openbao.revoke-accessor", false);
    private static final Action CERTIFICATE = new Action("openbao.revoke-certificate", false);
    private static final Action LEASE = new Action("openbao.revoke-lease", false);

    private final OpenBao openBao;
    private Connected connected;

    OpenBaoRevokingTest(OpenBao openBao) {
        this.openBao = openBao;
    }

    @BeforeEach
    void connect() {
        connected = Connected.with(openBao);
    }

    @AfterEach
    void disconnect() {
        connected.close();
    }

    @Test
    void aRevokedTokenIsRefusedAtOnceAndNotListed() throws InterruptedException {
        Connected.Token token = Connected.token(openBao, "default");
        assertThat(connected.probe().attempt(token.id(), token.secret())).isInstanceOf(ProbeOutcome.Accepted.class);
        assertThat(connected.probe().list(token.id())).isInstanceOf(ListingEvidence.Listed.class);

        assertThat(connected.revoker().act(TOKEN, token.id())).isInstanceOf(ActionOutcome.Done.class);

        assertThat(connected.probe().attempt(token.id(), token.secret()))
                .isInstanceOfSatisfying(ProbeOutcome.Refused.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(RefusalClass.INVALID_CREDENTIAL);
                    assertThat(refused.detail()).doesNotContain(token.value());
                });
        assertThat(connected.probe().list(token.id())).isInstanceOf(ListingEvidence.NotListed.class);
    }

    @Test
    void childrenEndWithTheirParentAndOrphansDoNot() throws InterruptedException {
        openBao.policy("minter", "path \"auth/token/create*\" { capabilities = [\"update\", \"sudo\"] }");
        Connected.Token parent = Connected.token(openBao, "minter");
        Connected.Token child = Connected.Token.of(
                openBao.call("POST", "auth/token/create", Map.of("policies", List.of("minter")), parent.value())
                        .ok());
        Connected.Token orphan = Connected.Token.of(
                openBao.call("POST", "auth/token/create-orphan", Map.of("policies", List.of("minter")), parent.value())
                        .ok());

        connected.revoker().act(TOKEN, parent.id());

        assertThat(connected.probe().attempt(child.id(), child.secret())).isInstanceOf(ProbeOutcome.Refused.class);
        assertThat(connected.probe().attempt(orphan.id(), orphan.secret())).isInstanceOf(ProbeOutcome.Accepted.class);
    }

    @Test
    void revokingTwiceIsAlreadyDone() throws InterruptedException {
        Connected.Token token = Connected.token(openBao, "default");
        connected.revoker().act(TOKEN, token.id());
        assertThat(connected.revoker().act(TOKEN, token.id()))
                .isInstanceOf(ActionOutcome.AlreadyDone.class)
                .returns("No token found with this accessor", ActionOutcome::detail);
    }

    @Test
    void withoutTheRightItIsRefusedAndNothingHappens() throws InterruptedException {
        Connected.Token token = Connected.token(openBao, "default");
        String weak = Connected.token(openBao, "curfew-read").value();
        try (Connected reader = new Connected(openBao.address(), weak, weak)) {
            assertThat(reader.revoker().act(TOKEN, token.id()))
                    .isInstanceOfSatisfying(
                            ActionOutcome.Refused.class,
                            refused -> assertThat(refused.detail()).contains("permission denied", "act-policy.hcl"));
        }
        assertThat(connected.probe().attempt(token.id(), token.secret())).isInstanceOf(ProbeOutcome.Accepted.class);
    }

    @Test
    void aServerThatIsGoneLeavesItUncertain() throws InterruptedException {
        OpenBao gone = OpenBao.start();
        try (Connected there = Connected.with(gone)) {
            Connected.Token token = Connected.token(gone, "default");
            gone.close();
            assertThat(there.revoker().act(TOKEN, token.id())).isInstanceOf(ActionOutcome.Uncertain.class);
            assertThat(there.probe().attempt(token.id(), token.secret()))
                    .isInstanceOf(ProbeOutcome.Indeterminate.class);
            assertThat(there.probe().list(token.id())).isInstanceOf(ListingEvidence.Unreadable.class);
        }
    }

    @Test
    void aLeaseIsRevokedOnceAndThenAlreadyDone() throws InterruptedException {
        CredentialId lease = Connected.credential("lease/" + certificateLease());
        assertThat(connected.probe().list(lease)).isInstanceOf(ListingEvidence.Listed.class);

        assertThat(connected.revoker().act(LEASE, lease)).isInstanceOf(ActionOutcome.Done.class);
        assertThat(connected.probe().list(lease)).isInstanceOf(ListingEvidence.NotListed.class);
        assertThat(connected.revoker().act(LEASE, lease)).isInstanceOf(ActionOutcome.AlreadyDone.class);
    }

    @Test
    void aCertificateIsEndedOnceItsAuthoritysListHasIt() throws InterruptedException {
        certificateLease();
        openBao.write("pki-revoking/config/crl", Map.of("auto_rebuild", true, "expiry", "72h"));
        CredentialId certificate = Connected.credential("certificate/pki-revoking/"
                + openBao.write("pki-revoking/issue/web", Map.of("common_name", "b.example"))
                        .text("/data/serial_number"));
        assertThat(connected.probe().list(certificate))
                .isInstanceOfSatisfying(
                        ListingEvidence.Listed.class,
                        it -> assertThat(it.active()).isTrue());

        assertThat(connected.revoker().act(CERTIFICATE, certificate)).isInstanceOf(ActionOutcome.Done.class);
        assertThat(connected.probe().list(certificate)).isInstanceOfSatisfying(ListingEvidence.Listed.class, it -> {
            assertThat(it.active()).isTrue();
            assertThat(it.detail()).contains("does not have it yet");
        });
        openBao.read("pki-revoking/crl/rotate");
        assertThat(connected.probe().list(certificate)).isInstanceOfSatisfying(ListingEvidence.Listed.class, it -> {
            assertThat(it.active()).isFalse();
            assertThat(it.detail()).contains("who checks that list refuses it");
        });
        assertThat(connected.revoker().act(CERTIFICATE, certificate)).isInstanceOf(ActionOutcome.AlreadyDone.class);
    }

    @Test
    void aCertificateThatIsNotKeptIsNotSaidToBeGone() throws InterruptedException {
        certificateLease();
        CredentialId unkept = Connected.credential("certificate/pki-revoking/00:11:22");

        assertThat(connected.revoker().act(CERTIFICATE, unkept)).isInstanceOf(ActionOutcome.Refused.class);
        assertThat(connected.probe().list(unkept)).isInstanceOf(ListingEvidence.Unreadable.class);
    }

    @Test
    void anActionOfAnotherSourceIsAnError() {
        assertThatThrownBy(() ->
                        connected.revoker().act(new Action("aws.delete-access-key", false), Connected.credential("x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String certificateLease() {
        String mount = "pki-revoking";
        openBao.call("DELETE", "sys/mounts/" + mount, Map.of());
        openBao.write("sys/mounts/" + mount, Map.of("type", "pki"));
        openBao.write(mount + "/root/generate/internal", Map.of("common_name", "root", "ttl", "1000h"));
        openBao.write(mount + "/roles/web", Map.of("allow_any_name", true, "generate_lease", true, "ttl", "1h"));
        Answer issued = openBao.write(mount + "/issue/web", Map.of("common_name", "a.example"));
        return issued.text("/lease_id");
    }
}
