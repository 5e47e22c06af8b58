package dev.curfew.connector.openbao;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connector.openbao.observe.OpenBaoObserver;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Curfew's own tokens do not run out while it reads now and then.
@WithOpenBao
class OpenBaoRenewalTest {
    private static final long HOUR = 3600;
    private static final long MINUTE = 60;

    private final OpenBao openBao;

    OpenBaoRenewalTest(OpenBao openBao) {
        this.openBao = openBao;
        openBao.policy("curfew-read", Connected.shipped("read-policy.hcl"));
        openBao.policy("curfew-act", Connected.shipped("act-policy.hcl"));
    }

    @Test
    void tokensNearTheirEndAreRenewedByReading() throws InterruptedException {
        Connected.Token reading = nearItsEnd("curfew-read");
        Connected.Token acting = nearItsEnd("curfew-act");

        Coverage tokens = observe(reading, acting);

        assertThat(secondsLeft(reading)).isGreaterThan(HOUR - MINUTE);
        assertThat(secondsLeft(acting)).isGreaterThan(HOUR - MINUTE);
        assertThat(tokens.detail()).isEqualTo("Batch tokens have no accessor and are in no list.");
    }

    @Test
    void aTokenWithMostOfItsTimeLeftIsLeftAlone() throws InterruptedException {
        Connected.Token reading = token("curfew-read");

        observe(reading, token("curfew-act"));

        assertThat(lookup(reading).text("/data/last_renewal_time")).isEmpty();
    }

    @Test
    void aTokenThatMayNotRenewItselfIsSaidToEnd() throws InterruptedException {
        openBao.policy("curfew-no-renewal", "path \"auth/token/renew-self\" { capabilities = [\"deny\"] }");
        Connected.Token reading = nearItsEnd("curfew-read");
        Connected.Token acting = nearItsEnd("curfew-act", "curfew-no-renewal");

        Coverage tokens = observe(reading, acting);

        assertThat(tokens.state()).isEqualTo(CoverageState.READ);
        assertThat(tokens.detail())
                .startsWith("Curfew's own acting token ends at "
                        + lookup(acting).text("/data/expire_time") + " and could not be renewed: permission denied.");
        assertThat(secondsLeft(acting)).isLessThanOrEqualTo(MINUTE);
    }

    private Coverage observe(Connected.Token reading, Connected.Token acting) throws InterruptedException {
        try (Connected connected = new Connected(openBao.address(), reading.value(), acting.value())) {
            return connected.observer().observe(Progress.SILENT).coverage().stream()
                    .filter(scope -> scope.scope().equals(OpenBaoObserver.TOKENS))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Connected.Token token(String... policies) {
        return Connected.token(openBao, Map.of("policies", List.of(policies), "ttl", HOUR + "s"));
    }

    /// Made for an hour, of which a minute is left: a renewal may also shorten a token's time.
    private Connected.Token nearItsEnd(String... policies) {
        Connected.Token token = token(policies);
        openBao.write("auth/token/renew-accessor", Map.of("accessor", token.accessor(), "increment", MINUTE + "s"));
        assertThat(secondsLeft(token)).isLessThanOrEqualTo(MINUTE);
        return token;
    }

    private long secondsLeft(Connected.Token token) {
        return Long.parseLong(lookup(token).text("/data/ttl"));
    }

    private Answer lookup(Connected.Token token) {
        return openBao.write("auth/token/lookup-accessor", Map.of("accessor", token.accessor()));
    }
}
