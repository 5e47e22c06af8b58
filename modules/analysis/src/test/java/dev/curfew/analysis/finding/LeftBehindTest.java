package dev.curfew.analysis.finding;

import static dev.curfew.analysis.Estate.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.finding.noted.Noted;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What joins of several readings show to be left behind: accounts whose workload is gone, certificates that outlived
/// their system, logins that are one.
class LeftBehindTest {
    private static final Ownership OWNED = new Ownership.Owned("ann", "tag");
    private static final List<String> RUNNING =
            List.of("pods", "deployments", "statefulsets", "daemonsets", "jobs", "cronjobs");
    private static final Expiry SOON = new Expiry.At(NOW.plus(Duration.ofDays(30)));

    private final Estate estate = Estate.of("lab");

    @Test
    void anAccountThatNothingRunsAsAndThatHoldsSomethingIsLeft() {
        account("kept");
        account("left");
        account("lasting");
        account("kube-controller");
        estate.credential("kubernetes.token-secret", "ci-token", account("outside"), SOON);
        estate.resource("kubernetes.pod", "pods/kept-1", Sensitivity.UNKNOWN, Map.of("service-account", "kept"));
        RUNNING.forEach(scope -> cover(scope, CoverageState.READ));

        assertThat(sentences(Rule.STALE))
                .containsExactly(
                        "MEDIUM Nothing runs as outside: no workload that was read does. It still has ci-token,"
                                + " view. Ask its owner whether it may go.",
                        "LOW Nothing runs as lasting: no workload that was read does. It still has view. Ask"
                                + " its owner whether it may go.",
                        "LOW Nothing runs as left: no workload that was read does. It still has view. Ask its"
                                + " owner whether it may go.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"curfew:own", "curfew:break-glass", "curfew:receipt"})
    void whatCurfewUsesOrMadeAndTheBreakGlassAccountAreNotLeft(String mark) {
        IdentityId id = estate.identity(
                "kubernetes.service-account", "serviceaccount/kept", OWNED, Estate.NOT_OBSERVED, Map.of(mark, "true"));
        estate.grant(id, estate.policy("kubernetes.role", "clusterrole/view", "{}"));
        RUNNING.forEach(scope -> cover(scope, CoverageState.READ));

        assertThat(sentences(Rule.STALE)).isEmpty();
    }

    @Test
    void nothingIsSaidWhereNotEverythingThatRunsWasRead() {
        account("left");
        RUNNING.forEach(scope -> cover(scope, scope.equals("cronjobs") ? CoverageState.REFUSED : CoverageState.READ));

        assertThat(sentences(Rule.STALE)).isEmpty();
    }

    @Test
    void aCertificateIsOutlivedWhereEachOfItsNamesShowsANewerOneForIt() {
        certificate("new", "2", NOW.minusSeconds(60), "a.example, b.example");
        certificate("old", "1", NOW.minusSeconds(120), "a.example, b.example");
        certificate("more", "3", NOW.minusSeconds(120), "a.example, unseen.example");
        certificate("newest", "4", NOW.minusSeconds(1), "a.example");
        certificate("silent", "5", NOW.minusSeconds(120), "a.example, silent.example");
        certificate("stranger", "6", NOW.minusSeconds(1), "*.other.example");
        certificate("strange", "7", NOW.minusSeconds(120), "strange.example");
        certificate("starred", "8", NOW.minusSeconds(120), "x.other.example");
        estate.certificate(
                "addressed",
                NOW.minusSeconds(120),
                SOON,
                Map.of("serial", "9", "issuer", "CN=Root", "names", "a.example", "other-names", "1"));
        endpoint("a.example:443", Map.of("certificate", "new"));
        endpoint("b.example:443", Map.of("certificate", "new"));
        endpoint("silent.example:443", Map.of("certificate", "new"));
        endpoint("silent.example:8443", Map.of("curfew:unanswered", "true"));
        endpoint("strange.example:443", Map.of("certificate", "stranger"));
        endpoint("x.other.example:443", Map.of("certificate", "stranger"));

        assertThat(sentences(Rule.CERTIFICATE))
                .containsExactly(
                        "LOW old is good until 2026-12-22, though each name that it is for shows a newer one: a.example,"
                                + " b.example. End it where it was issued, and delete its key.",
                        "LOW starred is good until 2026-12-22, though each name that it is for shows a newer one:"
                                + " x.other.example. End it where it was issued, and delete its key.");
    }

    @Test
    void theSameCertificateInAnotherSourceIsTheOneThatIsShown() {
        certificate("shown", "1", NOW.minusSeconds(60), "a.example");
        endpoint("a.example:443", Map.of("certificate", "shown"));
        estate.and("files");
        certificate("copy", "1", NOW.minusSeconds(60), "a.example");

        assertThat(sentences(Rule.CERTIFICATE)).isEmpty();
    }

    @Test
    void oneEntityWithSeveralLoginsIsTold() {
        Map<String, String> logins = Map.of("alias:auth/userpass/", "ada", "alias:auth/approle/", "17");
        estate.identity("openbao.entity", "entity/shared", OWNED, Estate.NOT_OBSERVED, logins);
        estate.identity("openbao.entity", "entity/one", OWNED, Estate.NOT_OBSERVED, Map.of("alias:auth/jwt/", "bo"));

        assertThat(sentences(Rule.REUSED))
                .containsExactly("LOW shared is one entity with 2 logins: auth/approle/17, auth/userpass/ada. Each of"
                        + " them has all that it may, and ending one leaves the others. Give each user an entity of its"
                        + " own.");
    }

    private IdentityId account(String name) {
        IdentityId id = estate.identity("kubernetes.service-account", "serviceaccount/" + name);
        estate.grant(id, estate.policy("kubernetes.role", "clusterrole/view", "{}"));
        return id;
    }

    private void cover(String scope, CoverageState state) {
        estate.cover(new Coverage(new SourceName("lab"), scope, state, "", 1, NOW));
    }

    private void certificate(String id, String serial, java.time.Instant since, String names) {
        estate.certificate(id, since, SOON, Map.of("serial", serial, "issuer", "CN=Root", "names", names));
    }

    private void endpoint(String name, Map<String, String> tags) {
        estate.resource("endpoints.endpoint", "endpoint/" + name, Sensitivity.UNKNOWN, tags);
    }

    private List<String> sentences(Rule rule) {
        return Findings.of(estate.index(), estate::graph, Noted.NOTHING, NOW, Set.of(rule)).stream()
                .map(it -> it.severity() + " " + it.sentence())
                .toList();
    }
}
