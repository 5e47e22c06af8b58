package dev.curfew.connector.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.connector.signin.SignInOutcome.Failed;
import dev.curfew.connector.signin.SignInOutcome.Flaw;
import dev.curfew.connector.signin.SignInOutcome.SignedIn;
import dev.curfew.connector.workload.MadeIssuer;
import dev.curfew.connector.workload.OidcTokens;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How an issuer is asked whether somebody entered the code, when it answers badly. Time passes only where it waits.
class DeviceSignInTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final String PENDING = "400 {\"error\":\"authorization_pending\"}";
    private static final String SLOWER = "400 {\"error\":\"slow_down\"}";
    private static final String BROKEN_OFF = "-";

    private final Http http = new Http(HttpSettings.DEFAULTS, Clock.systemUTC());
    private final List<Long> waited = new ArrayList<>();
    private Instant now = NOON;
    private MadeIssuer issuer;

    @BeforeEach
    void start() throws IOException, JOSEException {
        issuer = new MadeIssuer();
    }

    @AfterEach
    void stop() {
        issuer.close();
        http.close();
    }

    private SignInOutcome signIn() throws InterruptedException {
        // the nonce is the first that is asked of it; the answers below are signed for it
        return new DeviceSignIn(http, new OidcTokens(http, () -> now), () -> now, new Known(), this::pass)
                .at(issuer.trusted(), _ -> {});
    }

    private void pass(Duration duration) {
        waited.add(duration.toSeconds());
        now = now.plus(duration);
    }

    /// @param at when the person shows who they are
    private String token(Instant at) throws JOSEException {
        String token = issuer.sign(new JWTClaimsSet.Builder()
                .issuer(issuer.address().toString())
                .subject("bo")
                .audience("curfew")
                .claim("nonce", Pkce.random(new Known()))
                .claim("auth_time", Date.from(at))
                .expirationTime(Date.from(NOON.plusSeconds(3_600)))
                .build());
        return "200 {\"id_token\":\"" + token + "\"}";
    }

    @Test
    void slowDownAddsFiveSecondsForGood() throws Exception {
        issuer.answers(PENDING, SLOWER, PENDING, SLOWER, token(NOON));
        assertThat(signIn()).isEqualTo(new SignedIn("bo", NOON));
        assertThat(waited).containsExactly(5L, 5L, 10L, 10L, 15L);
    }

    @Test
    void anAnswerThatIsLostEndsNothingAndIsAskedForLessOften() throws Exception {
        issuer.answers(PENDING, BROKEN_OFF, "502 <html>", PENDING, token(NOON));
        assertThat(signIn()).isEqualTo(new SignedIn("bo", NOON));
        assertThat(waited).containsExactly(5L, 5L, 10L, 20L, 20L);
    }

    @Test
    void whereNoAnswerComesAnyMoreThatIsSaidNotThatNobodySignedIn() throws Exception {
        issuer.answers(BROKEN_OFF, BROKEN_OFF, BROKEN_OFF, BROKEN_OFF, BROKEN_OFF, BROKEN_OFF, BROKEN_OFF, BROKEN_OFF);
        issuer.answers(BROKEN_OFF, BROKEN_OFF, BROKEN_OFF, "503 ", "503 ", "503 ", "503 ", "503 ");
        assertThat(signIn()).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.flaw()).isEqualTo(Flaw.UNAVAILABLE);
            assertThat(failed.words()).contains("503");
        });
        assertThat(waited.stream().mapToLong(Long::longValue).sum()).isBetween(600L, 660L);
    }

    @Test
    void whatTheIssuerSaysForGoodEndsIt() throws Exception {
        issuer.answers("400 {\"error\":\"access_denied\"}");
        assertThat(signIn()).isEqualTo(Failed.of(Flaw.DENIED, "access_denied"));
        issuer.answers("400 {\"error\":\"expired_token\"}");
        assertThat(signIn()).isEqualTo(Failed.of(Flaw.TIMED_OUT));
        issuer.answers("404 <html>");
        assertThat(signIn())
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.flaw()).isEqualTo(Flaw.UNAVAILABLE));
        assertThat(waited).containsExactly(5L, 5L, 5L);
    }

    /// Chance that a test knows.
    private static final class Known extends SecureRandom {
        private static final long serialVersionUID = 1;

        @Override
        public void nextBytes(byte[] bytes) {
            Arrays.fill(bytes, (byte) 7);
        }
    }
}
