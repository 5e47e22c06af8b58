package dev.curfew.connector.openbao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.connection.Standing;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.ChangeFeed;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.RealServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A connection whose credential is an approle: a token is had when it is needed, lasts as long as what it is for, and
/// none is left behind. A server of its own, for these tests count tokens.
@RealServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenBaoApproleLoginTest {
    private static final String MOUNT = "machines";
    private static final Action REVOKE = new Action("openbao.revoke-accessor", false);

    private OpenBao openBao;

    @BeforeAll
    void start() {
        openBao = OpenBao.start();
        openBao.policy("curfew-read", Connected.shipped("read-policy.hcl"));
        openBao.policy("curfew-act", Connected.shipped("act-policy.hcl"));
        openBao.call("POST", "sys/auth/" + MOUNT, Map.of("type", "approle")).ok();
        role("reader", "curfew-read", Map.of());
        role("actor", "curfew-act", Map.of());
    }

    @AfterAll
    void stop() {
        openBao.close();
    }

    private void role(String name, String policy, Map<String, Object> more) {
        openBao.write("auth/" + MOUNT + "/role/" + name, Map.of("token_policies", policy, "token_ttl", "1h"));
        if (!more.isEmpty()) {
            openBao.write("auth/" + MOUNT + "/role/" + name, more);
        }
    }

    private String roleId(String role) {
        return openBao.read("auth/" + MOUNT + "/role/" + role + "/role-id").text("/data/role_id");
    }

    private String secretId(String role) {
        return openBao.write("auth/" + MOUNT + "/role/" + role + "/secret-id", Map.of())
                .text("/data/secret_id");
    }

    private String words(String role) {
        return "role_id=" + roleId(role) + " secret_id=" + secretId(role) + " mount=" + MOUNT;
    }

    private String json(String role) {
        return "{\"role_id\": \"%s\", \"secret_id\": \"%s\", \"mount\": \"/%s/\"}"
                .formatted(roleId(role), secretId(role), MOUNT);
    }

    private Connected connect(String read, String act) {
        return new Connected(openBao.address(), read, act);
    }

    /// Of all tokens there are, those that a login of ours was given.
    private List<String> loggedIn() {
        return openBao.call("LIST", "auth/token/accessors", Map.of()).texts("/data/keys").stream()
                .filter(accessor -> openBao.write("auth/token/lookup-accessor", Map.of("accessor", accessor))
                        .text("/data/path")
                        .equals("auth/" + MOUNT + "/login"))
                .toList();
    }

    private static List<Fact> observed(Connected connected) throws InterruptedException {
        Observation observation = connected.observer().observe(Progress.SILENT);
        assertThat(observation.coverage()).extracting(Coverage::state).containsOnly(CoverageState.READ);
        return observation.facts();
    }

    @Test
    void itReadsAllAndReadAgainNothingChangesAndNoTokenIsLeft() throws InterruptedException {
        try (Connected connected = connect(words("reader"), "")) {
            // the first login makes the entity
            observed(connected);
            List<Fact> once = observed(connected);
            assertThat(observed(connected)).containsExactlyInAnyOrderElementsOf(once);
            assertThat(once)
                    .filteredOn(Credential.class::isInstance)
                    .noneMatch(
                            it -> String.valueOf(((Credential) it).attributes().get("path"))
                                    .contains(MOUNT));
        }
        assertThat(loggedIn()).isEmpty();
    }

    @Test
    void whatIsFollowedOutlivesTheTimeOfAToken() throws InterruptedException {
        role("brief", "curfew-read", Map.of("token_ttl", "3s", "token_max_ttl", "5s"));
        try (Connected connected = connect(json("brief"), "");
                ChangeFeed feed = connected.changes()) {
            String before = loggedIn().getFirst();
            for (long end = System.nanoTime() + Duration.ofSeconds(9).toNanos(); System.nanoTime() < end; ) {
                feed.await(Duration.ofSeconds(1));
            }
            openBao.policy("brief-news", "path \"x\" { capabilities = [\"read\"] }");
            assertThat(feed.await(Duration.ofSeconds(10))).contains("policies");
            assertThat(loggedIn()).hasSize(1).doesNotContain(before);
        }
        assertThat(loggedIn()).isEmpty();
    }

    @Test
    void aSecretIdThatIsNoneIsRefusedInWordsWithoutIt() {
        String wrong = "role_id=" + roleId("reader") + " secret_id=quiet-harbour-7 mount=" + MOUNT;
        try (Connected connected = connect(wrong, "")) {
            assertThatThrownBy(() -> connected.observer().observe(Progress.SILENT))
                    .isInstanceOfSatisfying(
                            SourceException.class, it -> assertThat(it.kind()).isEqualTo(SourceException.Kind.REFUSED))
                    .hasMessageContaining("OpenBao did not log the approle in at " + MOUNT)
                    .hasMessageNotContaining("quiet-harbour-7");
        }
    }

    @Test
    void aRightToActIsHadForTheActAloneAndReadingDoesNotAskForIt() throws InterruptedException {
        role("actor", "curfew-act", Map.of("secret_id_num_uses", 1));
        Connected.Token victim = Connected.token(openBao, "default");
        try (Connected connected = connect(words("reader"), words("actor"))) {
            observed(connected);
            observed(connected);

            assertThat(connected.revoker().act(REVOKE, victim.id())).isInstanceOf(ActionOutcome.Done.class);
            assertThat(loggedIn()).isEmpty();
            assertThat(openBao.call("POST", "auth/token/lookup-accessor", Map.of("accessor", victim.accessor()))
                            .status())
                    .isNotEqualTo(200);

            Connected.Token other = Connected.token(openBao, "default");
            assertThat(connected.revoker().act(REVOKE, other.id()))
                    .isInstanceOfSatisfying(
                            ActionOutcome.Refused.class,
                            it -> assertThat(it.detail()).contains("did not log the approle in"));
        }
    }

    @Test
    void triedItIsSaidToBeALoginAndNotToEndWithItsToken() throws InterruptedException {
        try (Connected connected = connect(words("reader"), "");
                Secret credential = Secret.of(words("reader"))) {
            assertThat(connected.selfCheck().of(credential)).isInstanceOfSatisfying(Standing.Works.class, it -> {
                assertThat(it.who()).startsWith("a login by approle; ").contains("curfew-read");
                assertThat(it.expiry()).isInstanceOf(Expiry.Unknown.class);
            });
        }
        assertThat(loggedIn()).isEmpty();
    }
}
