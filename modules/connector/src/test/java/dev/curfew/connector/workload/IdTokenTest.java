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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// ID tokens, each of which lacks one thing.
class IdTokenTest {
    private static final String NONCE = "the-nonce-of-this-asking";

    private Instant now = Instant.parse("2026-11-29T08:00:00Z");
    private final Http http = new Http(HttpSettings.DEFAULTS, Clock.systemUTC());
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
                .subject("5f0c4b1e")
                .audience("curfew")
                .claim("azp", "curfew")
                .claim("nonce", NONCE)
                .claim("auth_time", Date.from(now.minusSeconds(5)))
                .expirationTime(Date.from(now.plusSeconds(60)));
    }

    private TokenVerdict verify(JWTClaimsSet.Builder claims) throws Exception {
        return verify(issuer.sign(claims.build()));
    }

    private TokenVerdict verify(String token) throws InterruptedException {
        return tokens.verifyIdToken(token, issuer.trusted(), NONCE);
    }

    private static Rejected rejected(Reason reason) {
        return new Rejected(reason);
    }

    @Test
    void oneThatLacksNothingTellsWhoAndWhen() throws Exception {
        assertThat(verify(claims())).isEqualTo(new Accepted("5f0c4b1e", now.minusSeconds(5)));
        assertThat(verify(claims().claim("azp", null))).isEqualTo(new Accepted("5f0c4b1e", now.minusSeconds(5)));
    }

    @Test
    void itIsForUsAndForNobodyBesides() throws Exception {
        assertThat(verify(claims().audience("another-client"))).isEqualTo(rejected(Reason.AUDIENCE));
        assertThat(verify(claims().audience(List.of("curfew", "another-client")).claim("azp", null)))
                .isEqualTo(rejected(Reason.PARTY));
        assertThat(verify(claims().claim("azp", "another-client"))).isEqualTo(rejected(Reason.PARTY));
        assertThat(verify(claims().audience(List.of("curfew", "another-client"))))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void itAnswersThisAskingOnce() throws Exception {
        assertThat(verify(claims().claim("nonce", "the-nonce-of-another-asking")))
                .isEqualTo(rejected(Reason.NONCE));
        assertThat(verify(claims().claim("nonce", null))).isEqualTo(rejected(Reason.NONCE));
        assertThat(verify(claims().claim("nonce", ""))).isEqualTo(rejected(Reason.NONCE));
        // the good token of an asking before, replayed as the answer to the next
        String before = issuer.sign(claims().build());
        assertThat(tokens.verifyIdToken(before, issuer.trusted(), "the-next-nonce"))
                .isEqualTo(rejected(Reason.NONCE));
    }

    @Test
    void itHoldsNow() throws Exception {
        String token = issuer.sign(claims().build());
        now = now.plusSeconds(89);
        assertThat(verify(token)).isInstanceOf(Accepted.class);
        now = now.plusSeconds(2);
        assertThat(verify(token)).isEqualTo(rejected(Reason.EXPIRED));
    }

    @Test
    void whenItsSubjectSignedInIsToldAndIsNotStillToCome() throws Exception {
        assertThat(verify(claims().claim("auth_time", null))).isEqualTo(rejected(Reason.AUTH_TIME));
        assertThat(verify(claims().claim("auth_time", Date.from(now.plusSeconds(31)))))
                .isEqualTo(rejected(Reason.AUTH_TIME));
        assertThat(verify(claims().claim("auth_time", "yesterday"))).isEqualTo(rejected(Reason.CLAIMS));
    }

    @Test
    void itsIssuersKeySignedIt() throws Exception {
        assertThat(verify(new PlainJWT(claims().build()).serialize())).isEqualTo(rejected(Reason.MALFORMED));
        SignedJWT shared = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(), claims().build());
        shared.sign(new MACSigner(issuer.publicKey().getBytes(StandardCharsets.UTF_8)));
        assertThat(verify(shared.serialize())).isEqualTo(rejected(Reason.ALGORITHM));
        String own = issuer.sign(claims().build());
        String others = issuer.sign(claims().subject("somebody-else").build());
        String swapped = others.substring(0, others.lastIndexOf('.')) + own.substring(own.lastIndexOf('.'));
        assertThat(verify(swapped)).isEqualTo(rejected(Reason.SIGNATURE));
        try (MadeIssuer unknown = new MadeIssuer()) {
            unknown.rotate();
            assertThat(verify(unknown.sign(claims().build()))).isEqualTo(rejected(Reason.SIGNATURE));
            // the other issuer's own good token
            assertThat(verify(unknown.sign(
                            claims().issuer(unknown.address().toString()).build())))
                    .isEqualTo(rejected(Reason.ISSUER));
        }
    }

    @Test
    void anAccessTokenIsNone() throws Exception {
        assertThat(verify(issuer.sign(claims().build(), "at+jwt"))).isInstanceOf(Rejected.class);
    }
}
