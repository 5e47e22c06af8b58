package dev.curfew.connector.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.connector.workload.TokenVerdict.Accepted;
import dev.curfew.connector.workload.TokenVerdict.Reason;
import dev.curfew.connector.workload.TokenVerdict.Rejected;
import dev.curfew.connector.workload.TokenVerdict.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tokens that are nearly good, at whatever time it is.
class OidcTokensTest {
    private static final HttpSettings SETTINGS =
            new HttpSettings(Duration.ofSeconds(2), Duration.ofSeconds(5), 100_000, 1, Duration.ofSeconds(1), 4);

    private Instant now = Instant.parse("2026-11-29T08:00:00Z");
    private final Http http = new Http(SETTINGS, Clock.systemUTC());
    private final OidcTokens tokens = new OidcTokens(http, () -> now);
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

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer.address().toString())
                .subject("repo:acme/shop")
                .audience("curfew")
                .expirationTime(Date.from(now.plusSeconds(60)));
    }

    private TokenVerdict verify(String token) throws InterruptedException {
        return tokens.verify(token, issuer.trusted());
    }

    @Test
    void itsTimeIsKeptByOurClockWithinHalfAMinute() throws Exception {
        String token = issuer.sign(
                claims().notBeforeTime(Date.from(now.minusSeconds(10))).build());
        assertThat(verify(token)).isEqualTo(new Accepted("repo:acme/shop"));
        now = now.plusSeconds(85);
        assertThat(verify(token)).isEqualTo(new Accepted("repo:acme/shop"));
        now = now.plusSeconds(10);
        assertThat(verify(token)).isEqualTo(new Rejected(Reason.EXPIRED));
        now = now.minusSeconds(200);
        assertThat(verify(token)).isEqualTo(new Rejected(Reason.CLAIMS));
    }

    @Test
    void anIssuerInsideANetworkIsNotDialledUnlessThatWasSaid() throws Exception {
        OidcIssuer inside = new OidcIssuer(URI.create("https://10.255.255.1"), "curfew", null, false);
        String token = issuer.sign(claims().issuer("https://10.255.255.1").build());
        assertThat(tokens.verify(token, inside))
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        it -> assertThat(it.detail())
                                .startsWith("10.255.255.1 stands for an address inside a network")
                                .contains("--allow-private-addresses"));
    }

    @Test
    void whatHasToBeThereIs() throws Exception {
        assertThat(verify(issuer.sign(claims().audience("other").build()))).isEqualTo(new Rejected(Reason.AUDIENCE));
        assertThat(verify(issuer.sign(claims().audience((String) null).build())))
                .isEqualTo(new Rejected(Reason.AUDIENCE));
        assertThat(verify(issuer.sign(claims().subject(null).build()))).isEqualTo(new Rejected(Reason.CLAIMS));
        assertThat(verify(issuer.sign(claims().expirationTime(null).build()))).isEqualTo(new Rejected(Reason.CLAIMS));
        assertThat(verify(issuer.sign(claims().issuer("https://other").build())))
                .isEqualTo(new Rejected(Reason.ISSUER));
    }

    @Test
    void aTokenDoesNotSayHowItIsVerified() throws Exception {
        assertThat(verify(new PlainJWT(claims().build()).serialize())).isEqualTo(new Rejected(Reason.MALFORMED));
        // the issuer's public key, taken for a shared one
        SignedJWT confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(), claims().build());
        confused.sign(new MACSigner(issuer.publicKey().getBytes(StandardCharsets.UTF_8)));
        assertThat(verify(confused.serialize())).isEqualTo(new Rejected(Reason.ALGORITHM));
        try (MadeIssuer other = new MadeIssuer()) {
            // of another's key, which calls itself the same
            assertThat(verify(other.sign(claims().build()))).isEqualTo(new Rejected(Reason.SIGNATURE));
        }
    }

    @Test
    void aTokenForSomethingElseAltogetherIsNone() throws Exception {
        assertThat(verify(issuer.sign(claims().build(), "at+jwt"))).isEqualTo(new Accepted("repo:acme/shop"));
        assertThat(verify(issuer.sign(claims().build(), "logout+jwt"))).isInstanceOf(Rejected.class);
    }

    @Test
    void keysAreReadAgainWhenTheyChangeButNotForWhoeverNamesOneThatIsNotThere() throws Exception {
        verify(issuer.sign(claims().build()));
        int asked = issuer.asked();
        for (int i = 0; i < 20; i++) {
            verify(issuer.sign(claims().build()));
        }
        assertThat(issuer.asked()).isEqualTo(asked);

        issuer.rotate();
        now = now.plusSeconds(11);
        String newer = issuer.sign(claims().build());
        assertThat(verify(newer)).isEqualTo(new Accepted("repo:acme/shop"));
        int after = issuer.asked();
        try (MadeIssuer other = new MadeIssuer()) {
            for (int i = 0; i < 20; i++) {
                assertThat(verify(other.sign(claims().build()))).isEqualTo(new Rejected(Reason.SIGNATURE));
            }
        }
        assertThat(issuer.asked()).isEqualTo(after);
    }

    @Test
    void keysOutliveTheirIssuerForAnHour() throws Exception {
        verify(issuer.sign(claims().build()));
        issuer.down(true);
        now = now.plus(Duration.ofMinutes(50));
        assertThat(verify(issuer.sign(claims().build()))).isEqualTo(new Accepted("repo:acme/shop"));
        now = now.plus(Duration.ofMinutes(11));
        assertThat(verify(issuer.sign(claims().build()))).isInstanceOf(Unavailable.class);
    }

    @Test
    void anIssuerThatCallsItselfAnotherIsNotBelieved() throws Exception {
        issuer.call("https://issuer.example");
        assertThat(verify(issuer.sign(claims().build()))).isInstanceOf(Unavailable.class);
        Map<String, Object> none = Map.of();
        assertThat(OidcTokens.claimedIssuer(issuer.sign(JWTClaimsSet.parse(none))))
                .isEmpty();
        assertThat(OidcTokens.claimedIssuer("x".repeat(100_000))).isEmpty();
    }
}
