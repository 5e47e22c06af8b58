package dev.curfew.connector.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.connector.signal.TipVerdict.Proven;
import dev.curfew.connector.signal.TipVerdict.Refused;
import dev.curfew.connector.signal.TipVerdict.Unavailable;
import dev.curfew.connector.signal.TipVerdict.Why;
import dev.curfew.model.signal.Sender.Proof.Transmitter;
import dev.curfew.model.signal.SignalKind;
import dev.curfew.model.signal.SignalSubject;
import dev.curfew.model.signal.SignalSubject.Form;
import dev.curfew.model.signal.Tip;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Security Event Tokens as RFC 8417 has them, and what is only nearly one.
class EventTokensTest {
    private static final HttpSettings SETTINGS =
            new HttpSettings(Duration.ofSeconds(2), Duration.ofSeconds(5), 100_000, 1, Duration.ofSeconds(1), 4);

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final String CAEP = "https://schemas.openid.net/secevent/caep/event-type/";
    private static final String RISC = "https://schemas.openid.net/secevent/risc/event-type/";
    private static final Map<String, Object> SUBJECT = Map.of("format", "email", "email", "ci@acme.example");

    private final Http http = new Http(SETTINGS, Clock.systemUTC());
    private final EventTokens tokens = new EventTokens(http, () -> NOW);
    private final ECKey key = newKey();
    private final Transmitter transmitter = new Transmitter(
            URI.create("https://idp.example"),
            "curfew",
            "",
            TransmitterKeys.publicText(new JWKSet(key).toString(false)),
            false);

    @AfterEach
    void close() {
        http.close();
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("first").generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static JWTClaimsSet.Builder claims(String event, Map<String, Object> says) {
        return new JWTClaimsSet.Builder()
                .issuer("https://idp.example")
                .audience("curfew")
                .jwtID("j-1")
                .issueTime(Date.from(NOW.minusSeconds(5)))
                .claim("sub_id", SUBJECT)
                .claim("events", Map.of(event, says));
    }

    private static JWTClaimsSet.Builder claims() {
        return claims(CAEP + "session-revoked", Map.of());
    }

    private static String sign(ECKey key, JWTClaimsSet claims, String type) throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID("first")
                .type(type.isEmpty() ? null : new JOSEObjectType(type))
                .build();
        SignedJWT jwt = new SignedJWT(header, claims);
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    private TipVerdict read(JWTClaimsSet.Builder claims) throws Exception {
        return read(sign(key, claims.build(), "secevent+jwt"));
    }

    private TipVerdict read(String token) throws InterruptedException {
        return tokens.read(token, transmitter, EventTokens.AGE_MAX);
    }

    private static void refused(TipVerdict verdict, Why why, String what) {
        assertThat(verdict).as(what).isInstanceOf(Refused.class);
        assertThat(((Refused) verdict).why()).as(what).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({
        "caep, session-revoked, '', '', SESSION_REVOKED",
        "caep, credential-change, change_type, revoke, CREDENTIAL_CHANGED",
        "caep, assurance-level-change, change_direction, decrease, ASSURANCE_LOWERED",
        "caep, assurance-level-change, change_direction, increase, ",
        "caep, device-compliance-change, current_status, not-compliant, DEVICE_NONCOMPLIANT",
        "caep, device-compliance-change, current_status, compliant, ",
        "caep, risk-level-change, current_level, HIGH, RISK_HIGH",
        "caep, risk-level-change, current_level, LOW, ",
        "risc, account-disabled, reason, hijacking, ACCOUNT_DISABLED",
        "risc, account-purged, '', '', ACCOUNT_PURGED",
        "risc, credential-compromise, credential_type, password, CREDENTIAL_LEAKED",
        "risc, account-enabled, '', '', ",
        "ssf, verification, state, x, ",
    })
    void eventsMeanWhatTheirSpecificationSays(String family, String event, String field, String value, SignalKind kind)
            throws Exception {
        String type = "https://schemas.openid.net/secevent/" + family + "/event-type/" + event;
        Map<String, Object> says = field.isEmpty() ? Map.of() : Map.of(field, value);

        TipVerdict verdict = read(claims(type, says));

        assertThat(((Proven) verdict).tips().stream().map(Tip::kind).toList())
                .isEqualTo(kind == null ? List.of() : List.of(kind));
    }

    @Test
    void whomWhenAndWhichItIs() throws Exception {
        Map<String, Object> says =
                Map.of("event_timestamp", NOW.minusSeconds(60).getEpochSecond());

        TipVerdict verdict = read(claims(RISC + "account-disabled", says));

        assertThat(verdict)
                .isEqualTo(new Proven(List.of(new Tip(
                        "j-1",
                        SignalKind.ACCOUNT_DISABLED,
                        List.of(SignalSubject.of(Form.EMAIL, "ci@acme.example")),
                        NOW.minusSeconds(60)))));
    }

    /// Drafts before RFC 9493 had `subject` in the event.
    @Test
    void anOlderSubjectIsReadAndOneThatDisagreesNamesNobody() throws Exception {
        Map<String, Object> older = Map.of("subject", Map.of("format", "email", "email", "other@acme.example"));

        Proven alone = (Proven) read(claims(CAEP + "session-revoked", older).claim("sub_id", null));
        Proven both = (Proven) read(claims(CAEP + "session-revoked", older));

        assertThat(alone.tips().getFirst().subjects().getFirst().value()).isEqualTo("other@acme.example");
        assertThat(both.tips().getFirst().subjects().getFirst().form()).isEqualTo(Form.OTHER);
        refused(read(claims().claim("sub_id", null)), Why.MALFORMED, "no subject");
    }

    @Test
    void whatIsOnlyNearlyOneIsNone() throws Exception {
        JWTClaimsSet good = claims().build();
        String token = sign(key, good, "secevent+jwt");
        String[] parts = token.split("\\.", -1);
        assertThat(read(token)).isInstanceOf(Proven.class);

        refused(read(sign(newKey(), good, "secevent+jwt")), Why.SIGNATURE, "another's key of the same name");
        refused(read(sign(key, good, "JWT")), Why.SIGNATURE, "an ID token");
        refused(read(sign(key, good, "")), Why.SIGNATURE, "no type");
        refused(read(new PlainJWT(good).serialize()), Why.MALFORMED, "alg none");
        SignedJWT confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("secevent+jwt"))
                        .build(),
                good);
        confused.sign(new MACSigner(transmitter.keys().getBytes(StandardCharsets.UTF_8)));
        refused(read(confused.serialize()), Why.SIGNATURE, "the public key as a shared one");
        String other = sign(key, claims().jwtID("j-2").build(), "secevent+jwt");
        refused(read(parts[0] + "." + other.split("\\.", -1)[1] + "." + parts[2]), Why.SIGNATURE, "another's claims");
        refused(read(parts[0] + "." + parts[1] + "."), Why.MALFORMED, "no signature");
        refused(read("garbage"), Why.MALFORMED, "garbage");
        refused(read(""), Why.MALFORMED, "nothing");
        refused(read(token + "x".repeat(20_000)), Why.MALFORMED, "huge");
    }

    @Test
    void whatHasToBeClaimedIs() throws Exception {
        refused(read(claims().issuer("https://other.example")), Why.ISSUER, "issuer");
        refused(read(claims().issuer(null)), Why.ISSUER, "no issuer");
        refused(read(claims().audience("another")), Why.AUDIENCE, "audience");
        refused(read(claims().audience((String) null)), Why.AUDIENCE, "no audience");
        refused(read(claims().jwtID(null)), Why.MALFORMED, "no jti");
        refused(read(claims().issueTime(null)), Why.MALFORMED, "no iat");
        refused(read(claims().issueTime(Date.from(NOW.plusSeconds(600)))), Why.TIME, "ahead");
        refused(read(claims().issueTime(Date.from(NOW.minus(Duration.ofDays(8))))), Why.TIME, "old");
        refused(read(claims().expirationTime(Date.from(NOW.minusSeconds(600)))), Why.TIME, "over");
        refused(read(claims().claim("events", null)), Why.MALFORMED, "no events");
        refused(read(claims().claim("events", Map.of())), Why.MALFORMED, "empty events");
        refused(read(claims().claim("events", List.of("x"))), Why.MALFORMED, "a list of events");
        refused(read(claims().claim("events", Map.of(CAEP + "session-revoked", "x"))), Why.MALFORMED, "a text");
        for (long never : new long[] {Long.MAX_VALUE, -31_557_014_167_219_200L, -1, 31_556_889_864_403_199L}) {
            Map<String, Object> dated = Map.of("event_timestamp", never);
            refused(read(claims(CAEP + "session-revoked", dated)), Why.MALFORMED, "nothing happens at " + never);
        }
        Map<String, Object> millis = Map.of("event_timestamp", NOW.toEpochMilli());
        assertThat(read(claims(CAEP + "session-revoked", millis))).isInstanceOf(Proven.class);
        assertThat(read(claims().audience(List.of("another", "curfew")))).isInstanceOf(Proven.class);
    }

    /// OpenID Shared Signals Framework 1.0, section 7.2: the well-known part stands before the issuer's path.
    @Test
    void itsKeysAreFoundByItsConfiguration() throws Exception {
        List<String> asked = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        String root = "http://127.0.0.1:" + server.getAddress().getPort();
        URI issuer = URI.create(root + "/tenant");
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            byte[] body = (path.equals("/keys")
                            ? transmitter.keys()
                            : "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(issuer, root))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        Transmitter found = new Transmitter(issuer, "curfew", "", "", false);
        String token = sign(key, claims().issuer(issuer.toString()).build(), "secevent+jwt");

        assertThat(tokens.read(token, found, EventTokens.AGE_MAX)).isInstanceOf(Proven.class);
        assertThat(asked).containsExactly("/.well-known/ssf-configuration/tenant", "/keys");
        server.stop(0);

        EventTokens later = new EventTokens(http, () -> NOW);
        assertThat(later.read(token, found, EventTokens.AGE_MAX)).isInstanceOf(Unavailable.class);
    }

    @Test
    void noPrivateKeyIsKept() {
        assertThat(transmitter.keys()).contains("\"x\"").doesNotContain("\"d\"");
    }
}
