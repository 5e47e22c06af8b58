package dev.curfew.revocation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.governance.target.IssuedKind;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.revocation.Action;
import dev.curfew.revocation.Station;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final CredentialId TOKEN = new CredentialId(Station.AWS, "accessor");
    private final Catalogue catalogue = Catalogue.packaged();

    @Test
    void thePackagedOneHoldsTheWholeTable() {
        assertThat(catalogue.all())
                .extracting(Revocability::kind)
                .containsExactly(
                        "aws.access-key",
                        "aws.role-session",
                        "aws.role-sessions",
                        "aws.user-sessions",
                        "identity-center.assignment",
                        "openbao.token",
                        "openbao.batch-token",
                        "openbao.secret-id",
                        "openbao.certificate",
                        "openbao.lease",
                        "kubernetes.bound-token",
                        "kubernetes.unbound-token",
                        "kubernetes.token-secret",
                        "x509.certificate",
                        "kubernetes.client-certificate",
                        "folder.secret",
                        "x509.private-key",
                        "x509.authority",
                        "keycloak.registration-token",
                        "keycloak.client-secret",
                        "keycloak.issued-secret",
                        "keycloak.rotated-secret",
                        "keycloak.client-key",
                        "keycloak.session",
                        "keycloak.offline-session",
                        "keycloak.initial-access-token",
                        "keycloak.access-token",
                        "postgresql.role",
                        "entra.credential",
                        "entra.service-principal",
                        "gcp.service-account-key",
                        "gcp.service-account",
                        "github.fine-grained-token",
                        "github.installation-token",
                        "github.deploy-key",
                        "spiffe.svid");
    }

    @Test
    void theseKindsCanBeActedOnWithWhatCanBeUndoneFirst() {
        Map<String, List<Action>> actions = catalogue.all().stream()
                .filter(it -> !it.actions().isEmpty() && !it.kind().startsWith("keycloak."))
                .collect(Collectors.toMap(Revocability::kind, Revocability::actions));
        assertThat(actions)
                .isEqualTo(Map.ofEntries(
                        Map.entry(
                                "aws.access-key",
                                List.of(
                                        new Action("aws.deactivate-access-key", true),
                                        new Action("aws.delete-access-key", false))),
                        Map.entry("aws.role-session", List.of(new Action("aws.end-session", false))),
                        Map.entry("aws.role-sessions", List.of(new Action("aws.deny-sessions", true))),
                        Map.entry("aws.user-sessions", List.of(new Action("aws.deny-sessions", true))),
                        Map.entry("openbao.token", List.of(new Action("openbao.revoke-accessor", false))),
                        Map.entry("openbao.secret-id", List.of(new Action("openbao.destroy-secret-id", false))),
                        Map.entry("openbao.certificate", List.of(new Action("openbao.revoke-certificate", false))),
                        Map.entry("openbao.lease", List.of(new Action("openbao.revoke-lease", false))),
                        Map.entry(
                                "postgresql.role",
                                List.of(
                                        new Action("postgresql.disable-login", true),
                                        new Action("postgresql.terminate-sessions", true),
                                        new Action("postgresql.expire-password", false),
                                        new Action("postgresql.revoke-memberships", false),
                                        new Action("postgresql.drop-role", false))),
                        Map.entry(
                                "kubernetes.bound-token",
                                List.of(
                                        new Action("kubernetes.stop-workload", true),
                                        new Action("kubernetes.delete-pod", false))),
                        Map.entry(
                                "kubernetes.unbound-token",
                                List.of(
                                        new Action("kubernetes.remove-bindings", true),
                                        new Action("kubernetes.delete-service-account", false))),
                        Map.entry("kubernetes.token-secret", List.of(new Action("kubernetes.delete-secret", false))),
                        Map.entry(
                                "kubernetes.client-certificate",
                                List.of(new Action("kubernetes.remove-bindings", true)))));
    }

    @Test
    void ofKeycloakTheseKindsCanBeActedOnWithWhatCanBeUndoneFirst() {
        Map<String, List<Action>> actions = catalogue.all().stream()
                .filter(it -> !it.actions().isEmpty() && it.kind().startsWith("keycloak."))
                .collect(Collectors.toMap(Revocability::kind, Revocability::actions));
        Action disable = new Action("keycloak.disable-client", true);
        Action notBefore = new Action("keycloak.not-before", false);
        Action endSession = new Action("keycloak.end-session", false);
        assertThat(actions)
                .isEqualTo(Map.of(
                        "keycloak.client-secret",
                        List.of(disable, new Action("keycloak.rotate-secret", false), notBefore),
                        "keycloak.issued-secret",
                        List.of(disable, new Action("keycloak.delete-client", false)),
                        "keycloak.rotated-secret",
                        List.of(new Action("keycloak.end-rotated-secret", false)),
                        "keycloak.client-key",
                        List.of(disable, notBefore),
                        "keycloak.session",
                        List.of(endSession),
                        "keycloak.offline-session",
                        List.of(endSession),
                        "keycloak.initial-access-token",
                        List.of(new Action("keycloak.delete-initial-access", false)),
                        "keycloak.registration-token",
                        List.of(new Action("keycloak.rotate-registration-token", false))));
    }

    @Test
    void theseActsLeaveAloneWhatBeginsAfterThem() {
        assertThat(catalogue.all().stream().flatMap(it -> it.momentary().stream()))
                .containsOnly(
                        "aws.deny-sessions",
                        "kubernetes.remove-bindings",
                        "keycloak.rotate-registration-token",
                        "keycloak.rotate-secret",
                        "keycloak.not-before",
                        "keycloak.end-rotated-secret",
                        "postgresql.terminate-sessions",
                        "postgresql.revoke-memberships");
        assertThat(catalogue.isMomentary("aws.role-sessions", "aws.deny-sessions"))
                .isTrue();
        assertThat(catalogue.isMomentary("aws.access-key", "aws.deactivate-access-key"))
                .isFalse();
        assertThat(catalogue.deletes("aws.access-key", "aws.delete-access-key")).isTrue();
    }

    @Test
    void anAccessKeyLeavesItsSessionsAliveForAtMostADayAndAHalf() {
        Revocability key = catalogue.kind("aws.access-key").orElseThrow();
        assertThat(key.staysAliveAtMost()).isEqualTo(Duration.ofHours(36));
        assertThat(key.refusedWithin()).isEqualTo(Duration.ofSeconds(4));
        assertThat(key.expiryEnforced()).isFalse();
    }

    @Test
    void aBatchTokenIsToldFromAServiceTokenByItsType() {
        assertThat(of("openbao.token", Map.of("type", "batch"))).isEqualTo("openbao.batch-token");
        assertThat(of("openbao.token", Map.of("type", "service"))).isEqualTo("openbao.token");
        assertThat(of("openbao.token", Map.of())).isEqualTo("openbao.token");
    }

    private String of(String kind, Map<String, String> attributes) {
        return catalogue
                .of(Station.credential(TOKEN, kind, null, null, attributes))
                .orElseThrow()
                .kind();
    }

    @Test
    void ofAnUnknownKindNothingIsKnown() {
        assertThat(catalogue.of(Station.credential(TOKEN, "acme.token", null, null, Map.of())))
                .isEmpty();
    }

    @Test
    void whatIsIssuedIsEndedByItsAccessorOrWithItsAccount() {
        assertThat(catalogue.issued())
                .isEqualTo(Map.of(
                        "aws",
                        new IssuedKind("aws.role-session", new Action("aws.end-session", false)),
                        "openbao",
                        new IssuedKind("openbao.token", new Action("openbao.revoke-accessor", false)),
                        "kubernetes",
                        new IssuedKind(
                                "kubernetes.unbound-token", new Action("kubernetes.delete-service-account", false)),
                        "postgresql",
                        new IssuedKind("postgresql.role", new Action("postgresql.drop-role", false)),
                        "keycloak",
                        new IssuedKind("keycloak.issued-secret", new Action("keycloak.delete-client", false))));
    }

    @Test
    void aRecordWithAPartMissingIsAFaultOfTheBuild() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("{\"credentials\":[{\"kind\":\"a.b\"}]}"))
                .withMessageContaining("no name in");
    }

    private static Catalogue read(String json) {
        try {
            return CatalogueReader.read(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
