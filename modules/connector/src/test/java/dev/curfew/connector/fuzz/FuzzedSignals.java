package dev.curfew.connector.fuzz;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.connector.signal.Delivery;
import dev.curfew.connector.signal.EventTokens;
import dev.curfew.connector.signal.HmacSha256;
import dev.curfew.connector.signal.TransmitterKeys;
import dev.curfew.connector.signal.Webhooks;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.signal.Sender;
import dev.curfew.model.text.Sha256;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/// Inputs that somebody signed who is believed.
final class FuzzedSignals {
    private static final Secret SECRET = Secret.of("a-secret-that-both-sides-have");

    private final EventTokens tokens =
            new EventTokens(new Http(HttpSettings.DEFAULTS, Clock.systemUTC()), () -> FuzzedFiles.NOW);
    private final ECKey key = key();
    private final Sender.Proof.Transmitter transmitter = new Sender.Proof.Transmitter(
            URI.create("https://idp.example"),
            "curfew",
            "",
            TransmitterKeys.publicText(new JWKSet(key).toString(false)),
            false);

    void hub(byte[] body) {
        read(Sender.Envelope.HUB, "sha256=" + HmacSha256.hex(SECRET, body), body);
    }

    void own(byte[] body) {
        long time = FuzzedFiles.NOW.getEpochSecond();
        byte[] signed = (time + ".").getBytes(StandardCharsets.US_ASCII);
        read(Sender.Envelope.CURFEW, "t=" + time + ",v1=" + HmacSha256.hex(SECRET, signed, body), body);
    }

    private static void read(Sender.Envelope envelope, String signature, byte[] body) {
        Webhooks.read(envelope, SECRET, new Delivery(signature, body), Sha256::hex, FuzzedFiles.NOW);
    }

    void token(byte[] claims) throws JOSEException, InterruptedException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID("first")
                .type(new JOSEObjectType("secevent+jwt"))
                .build();
        JWSObject signed = new JWSObject(header, new Payload(claims));
        signed.sign(new ECDSASigner(key));
        anyToken(signed.serialize());
    }

    void anyToken(String token) throws InterruptedException {
        tokens.read(token, transmitter, EventTokens.AGE_MAX);
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("first").generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
