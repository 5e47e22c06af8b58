package dev.curfew.connector.openbao;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.connection.Standing;
import dev.curfew.model.id.SourceName;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@WithOpenBao
class OpenBaoSelfCheckTest {
    private final Http http = new Http(HttpSettings.DEFAULTS, Clock.systemUTC());
    private final OpenBao openBao;

    OpenBaoSelfCheckTest(OpenBao openBao) {
        this.openBao = openBao;
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void saysWhatATokenIsAndWhenItEnds() throws InterruptedException {
        openBao.policy("self", "path \"secret/data/x\" { capabilities = [\"read\"] }");
        Connected.Token token =
                Connected.token(openBao, Map.of("policies", List.of("self"), "ttl", "1h", "display_name", "reader"));
        String ends = openBao.write("auth/token/lookup-accessor", Map.of("accessor", token.accessor()))
                .text("/data/expire_time");

        assertThat(check(openBao.address(), token.value()))
                .isEqualTo(new Standing.Works(
                        "the token token-reader (accessor " + token.accessor() + ", policies default, self)",
                        new Expiry.At(Instant.parse(ends))));
    }

    @Test
    void aTokenWithoutAnEndHasNone() throws InterruptedException {
        try (Secret root = openBao.rootToken()) {
            assertThat(check(openBao.address(), root.reveal()))
                    .isInstanceOfSatisfying(
                            Standing.Works.class,
                            works -> assertThat(works.expiry()).isEqualTo(new Expiry.Never()));
        }
    }

    @Test
    void aTokenThatMayNotLookItselfUpWorksAllTheSame() throws InterruptedException {
        Connected.Token token =
                Connected.token(openBao, Map.of("policies", List.of("self"), "no_default_policy", true));

        assertThat(check(openBao.address(), token.value()))
                .isEqualTo(new Standing.Works(
                        "a valid token that may not look itself up", new Expiry.Unknown("OpenBao did not say")));
    }

    @Test
    void aRevokedTokenIsRefused() throws InterruptedException {
        Connected.Token token = Connected.token(openBao, "default");
        openBao.write("auth/token/revoke-accessor", Map.of("accessor", token.accessor()));

        assertThat(check(openBao.address(), token.value())).isInstanceOf(Standing.Refused.class);
    }

    @Test
    void whatCannotBeATokenIsRefusedWithoutAsking() throws InterruptedException {
        assertThat(check(URI.create("http://127.0.0.1:9"), "two words")).isInstanceOf(Standing.Refused.class);
    }

    @Test
    void aServerThatDoesNotAnswerSaysNothingOfTheToken() throws InterruptedException {
        // Port 9 (discard) is refused on loopback: nobody listens.
        assertThat(check(URI.create("http://127.0.0.1:9"), "s.something"))
                .isInstanceOfSatisfying(
                        Standing.Unclear.class,
                        unclear -> assertThat(unclear.detail()).contains("Nothing answers at 127.0.0.1:9"));
    }

    private Standing check(URI address, String token) throws InterruptedException {
        Connection connection =
                new Connection(new SourceName("bao"), "openbao", address, false, Instant.EPOCH, Map.of());
        try (Secret secret = Secret.of(token)) {
            return new OpenBaoConnector(http, Clock.systemUTC())
                    .selfCheck(connection)
                    .orElseThrow()
                    .of(secret);
        }
    }
}
