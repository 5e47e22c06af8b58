package dev.curfew.connector.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.curfew.connector.http.Form;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.connector.signin.SignInOutcome.Failed;
import dev.curfew.connector.signin.SignInOutcome.Flaw;
import dev.curfew.connector.signin.SignInOutcome.SignedIn;
import dev.curfew.connector.workload.MadeIssuer;
import dev.curfew.connector.workload.OidcTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is brought to the loopback address, by a browser and by others.
class BrowserSignInTest {
    private final Http http = new Http(HttpSettings.DEFAULTS, Clock.systemUTC());
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
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

    /// @param browser given where to go back to and what to bring there
    private SignInOutcome signIn(Browser browser) throws InterruptedException {
        return new BrowserSignIn(http, new OidcTokens(http, () -> now), () -> now, new SecureRandom())
                .at(issuer.trusted(), asked -> {
                    Map<String, String> fields = Form.read(asked.getRawQuery());
                    issuer.answers("200 {\"id_token\":\"" + token(fields.getOrDefault("nonce", "")) + "\"}");
                    browser.goBack(
                            URI.create(fields.getOrDefault("redirect_uri", "")), fields.getOrDefault("state", ""));
                });
    }

    @FunctionalInterface
    private interface Browser {
        void goBack(URI loopback, String state);
    }

    private String token(String nonce) {
        try {
            return issuer.sign(new JWTClaimsSet.Builder()
                    .issuer(issuer.address().toString())
                    .subject("bo")
                    .audience("curfew")
                    .claim("nonce", nonce)
                    .claim("auth_time", Date.from(now))
                    .expirationTime(Date.from(now.plusSeconds(600)))
                    .build());
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anAnswerToAnotherAskingIsPassedOverAndTheRightOneStillTaken() throws Exception {
        SignInOutcome outcome = signIn((loopback, state) -> {
            for (String other : new String[] {
                "code=c", "code=c&state=", "code=c&state=other", "code=c&state=" + state + "&state=" + state
            }) {
                assertThat(brought(loopback, other)).as(other).contains("400").contains("not the answer");
            }
            assertThat(brought(loopback, "code=c&state=" + state))
                    .contains("200")
                    .contains("close this window");
        });
        assertThat(outcome).isEqualTo(new SignedIn("bo", now));
    }

    @Test
    void anAnswerFromAnotherIssuerThanWasAskedIsNone() throws Exception {
        SignInOutcome outcome =
                signIn((loopback, state) -> brought(loopback, "code=c&iss=https%3A%2F%2Fother.example&state=" + state));
        assertThat(outcome).isEqualTo(Failed.of(Flaw.OTHER_ISSUER));
    }

    @Test
    void aBrowserThatDoesNotWaitForItsPageHasBroughtItsAnswer() throws Exception {
        assertThat(signIn((loopback, state) -> breakOff(loopback, "code=c&state=" + state)))
                .isEqualTo(new SignedIn("bo", now));
    }

    private static String brought(URI loopback, String query) {
        try (Socket socket = asked(loopback, query)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// By a reset, so that what is written to it fails.
    private static void breakOff(URI loopback, String query) {
        try (Socket socket = asked(loopback, query)) {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Socket asked(URI loopback, String query) throws IOException {
        Socket socket = new Socket(loopback.getHost(), loopback.getPort());
        String request = "GET %s?%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                .formatted(loopback.getPath(), query, loopback.getAuthority());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
