package dev.curfew.connector.openbao;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connector.http.Form;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.ChangeFeed;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@WithOpenBao
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenBaoChangesTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private OpenBao openBao;
    private Connected connected;

    @BeforeAll
    void arrange() {
        openBao = OpenBao.start();
        openBao.policy("app", "path \"secret/data/app\" { capabilities = [\"read\"] }");
        openBao.write("sys/auth/approle", Map.of("type", "approle"));
        connected = Connected.with(openBao);
    }

    @AfterAll
    void stop() {
        connected.close();
        openBao.close();
    }

    @Test
    void aNewTokenIsReadWithinFiveSeconds() throws InterruptedException {
        try (ChangeFeed feed = connected.changes()) {
            assertThat(feed.await(Duration.ofMillis(1500))).isEmpty();
            Connected.Token token = Connected.token(openBao, "app");
            long made = System.nanoTime();

            Set<String> changed = feed.await(SOON);
            Observation observation = feed.read(changed, Progress.SILENT);

            assertThat(Duration.ofNanos(System.nanoTime() - made)).isLessThan(SOON);
            assertThat(changed).containsExactly("tokens");
            assertThat(observation.coverage()).extracting(Coverage::scope).containsExactly("tokens");
            assertThat(keys(observation, Credential.class)).contains(token.accessor());
        }
    }

    @Test
    void aTokenThatIsRevokedIsGone() throws InterruptedException {
        Connected.Token token = Connected.token(openBao, "app");
        try (ChangeFeed feed = connected.changes()) {
            openBao.write("auth/token/revoke-accessor", Map.of("accessor", token.accessor()));

            Observation observation = feed.read(feed.await(SOON), Progress.SILENT);

            assertThat(keys(observation, Credential.class)).isNotEmpty().doesNotContain(token.accessor());
        }
    }

    @Test
    void aNewRoleOfALoginThatIsNewIsSeen() throws InterruptedException {
        try (ChangeFeed feed = connected.changes()) {
            openBao.write("sys/auth/jwt", Map.of("type", "jwt"));
            openBao.write(
                    "auth/jwt/role/ci",
                    Map.of("role_type", "jwt", "user_claim", "sub", "bound_audiences", List.of("bao")));
            openBao.write("auth/approle/role/batch", Map.of("token_policies", List.of("app")));

            Set<String> seen = new TreeSet<>();
            long deadline = System.nanoTime() + SOON.toNanos();
            while (System.nanoTime() < deadline && seen.size() < 2) {
                Set<String> changed = feed.await(Duration.ofSeconds(1));
                seen.addAll(keys(feed.read(changed, Progress.SILENT), Identity.class));
            }
            assertThat(seen).containsExactly("approle/approle/batch", "login-role/jwt/ci");
        }
    }

    @Test
    void ofCertificatesThoseAloneAreReadThatAreNewOrRevokedSince() throws InterruptedException {
        openBao.write("sys/mounts/pki", Map.of("type", "pki"));
        openBao.write("pki/root/generate/internal", Map.of("common_name", "root", "ttl", "24h"));
        openBao.write("pki/roles/web", Map.of("allow_any_name", true, "ttl", "1h"));
        String revoked = issue();
        String old = issue();
        try (Relay relay = new Relay(openBao.address());
                Connected through = connected.at(relay.address());
                ChangeFeed feed = through.changes()) {
            Observation whole = feed.readWhole(Progress.SILENT).orElseThrow();
            assertThat(relay.asked()).contains(asking(revoked), asking(old));
            assertThat(certificates(whole))
                    .isEqualTo(certificates(connected.observer().observe(Progress.SILENT)));
            openBao.write("pki/revoke", Map.of("serial_number", revoked));
            String fresh = issue();

            Set<String> changed = feed.await(SOON);
            Observation observation = feed.read(changed, Progress.SILENT);

            assertThat(changed).containsExactly("certificates");
            assertThat(relay.asked())
                    .filteredOn(path -> path.startsWith("/v1/pki/cert/"))
                    .containsExactlyInAnyOrder(asking(revoked), asking(fresh));
            assertThat(certificates(observation))
                    .hasSize(4)
                    .isEqualTo(certificates(connected.observer().observe(Progress.SILENT)));

            openBao.write("pki/revoke", Map.of("serial_number", old));
            assertThat(certificates(feed.read(feed.await(SOON), Progress.SILENT)))
                    .filteredOn(Credential::active)
                    .extracting(Fact::key)
                    .contains("certificate/pki/" + fresh)
                    .doesNotContain("certificate/pki/" + old, "certificate/pki/" + revoked);
        }
    }

    private static String asking(String serial) {
        return "/v1/pki/cert/" + Form.segment(serial);
    }

    private String issue() {
        return openBao.write("pki/issue/web", Map.of("common_name", "a.example"))
                .text("/data/serial_number");
    }

    private static List<Credential> certificates(Observation observation) {
        return observation.facts().stream()
                .filter(fact -> fact.key().startsWith("certificate/"))
                .map(Credential.class::cast)
                .toList();
    }

    private static <F extends Fact> List<String> keys(Observation observation, Class<F> type) {
        return observation.facts().stream()
                .filter(type::isInstance)
                .map(Fact::key)
                .toList();
    }
}
