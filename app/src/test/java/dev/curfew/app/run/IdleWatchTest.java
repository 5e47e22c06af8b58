package dev.curfew.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.app.chain.OwnRealm;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.testbed.keycloak.Keycloak;
import dev.curfew.testbed.keycloak.WithKeycloak;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Windows at a real Keycloak that were approved for as long as they are used: its login events say whether they are.
@WithKeycloak
class IdleWatchTest {
    private static final String REALM = "idle-watch";

    @Test
    void whatGoesUnusedIsEndedAndWhatIsUsedOrNotKnownIsKept(@TempDir Path home, Keycloak keycloak)
            throws InterruptedException {
        OwnRealm realm = OwnRealm.fresh(keycloak, REALM, Map.of("eventsEnabled", true));
        realm.post("roles", Map.of("name", "clerk"));
        Watch watch = new Watch(JobBench.in(home));
        realm.connect(watch.bench().commands());
        watch.bench().sync("sso");
        String unused = issue(watch, home.resolve("unused"));
        String used = issue(watch, home.resolve("used"));
        // the record reaches back some minutes, which is too short to say of it that it was not used before
        String silent = issue(watch, home.resolve("silent"));
        Instant before = Instant.now();
        assertThat(login(watch, realm, "unused")).isEqualTo(200);
        Instant lastUse = Instant.now();

        AtomicBoolean over = new AtomicBoolean();
        Thread using = Thread.ofVirtual().start(() -> {
            while (!over.get()) {
                login(watch, realm, "used");
                LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
            }
        });
        Thread.sleep(Duration.between(Instant.now(), lastUse.plusSeconds(62)).toMillis());
        watch.bench().sync("sso");
        over.set(true);
        using.join();
        assertThat(watch.once(ExitCode.DONE)).contains(unused + " went unused").doesNotContain(used, silent);

        assertThat(login(watch, realm, "unused")).isEqualTo(401);
        assertThat(login(watch, realm, "used")).isEqualTo(200);
        JsonNode closed = watch.entries("window.closed")
                .reduce((_, last) -> last)
                .orElseThrow()
                .path("details");
        assertThat(closed.path("window").asText()).isEqualTo(unused);
        assertThat(closed.path("end").asText()).isEqualTo("IDLE");
        assertThat(closed.path("record").asText()).isEqualTo("login events");
        assertThat(closed.path("idleMax").asText()).isEqualTo("PT1M");
        Instant from = Instant.parse(closed.path("unusedFrom").asText());
        assertThat(from).isBetween(before.minusSeconds(1), lastUse.plusSeconds(1));
        assertThat(Instant.parse(closed.path("unusedUntil").asText())).isAfterOrEqualTo(from.plusSeconds(60));
        assertThat(watch.bench().commands().json("windows").items())
                .filteredOn(window -> window.path("end").isNull())
                .extracting(window -> window.path("id").asText())
                .containsExactly(used, silent);
        assertThat(watch.once(ExitCode.DONE)).doesNotContain("went unused");
    }

    private static String issue(Watch watch, Path file) {
        return watch.issue("sso:role/" + REALM + "/clerk", "15m", file, "--idle", "1m");
    }

    /// Asks for a token with what was issued.
    private static int login(Watch watch, OwnRealm realm, String file) {
        try {
            JsonNode issued = new ObjectMapper().readTree(watch.bench().text(file));
            return realm.login(
                    issued.path("clientId").asText(),
                    issued.path("clientSecret").asText());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
