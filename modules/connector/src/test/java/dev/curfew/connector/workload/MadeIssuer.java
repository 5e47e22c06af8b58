package dev.curfew.connector.workload;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// An issuer that says and signs whatever a test wants.
public final class MadeIssuer implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private ECKey key;
    private volatile String called;
    private volatile boolean down;

    public MadeIssuer() throws IOException, JOSEException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        called = address().toString();
        key = newKey("first");
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            String body = exchange.getRequestURI().getPath().endsWith("/keys")
                    ? new JWKSet(key.toPublicJWK()).toString()
                    : configuration();
            say(exchange, down ? 503 : 200, body);
        });
        server.createContext("/device", exchange -> say(exchange, 200, """
                        {"device_code":"d-4711","user_code":"ABCD","verification_uri":"https://idp/device","expires_in":600}"""));
        server.createContext("/token", exchange -> {
            String answer = answers.remove();
            int space = answer.indexOf(' ');
            if (space > 0) {
                say(exchange, Integer.parseInt(answer.substring(0, space)), answer.substring(space + 1));
            }
            exchange.close();
        });
        server.start();
    }

    private String configuration() {
        return """
                {"issuer":"%s","jwks_uri":"%2$s/keys","authorization_endpoint":"%2$s/authorize",
                 "device_authorization_endpoint":"%2$s/device","token_endpoint":"%2$s/token"}""".formatted(called, address());
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /// What its token endpoint answers next, and after that.
    ///
    /// @param each status, a space and the body; without a space, the connection is broken off
    public void answers(String... each) {
        answers.addAll(List.of(each));
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public OidcIssuer trusted() {
        return new OidcIssuer(address(), "curfew", null, false);
    }

    /// How often it was asked for anything.
    int asked() {
        return asked.get();
    }

    void call(String name) {
        called = name;
    }

    void down(boolean is) {
        down = is;
    }

    void rotate() throws JOSEException {
        key = newKey("second");
    }

    /// With the public half of its key, as text.
    String publicKey() {
        return key.toPublicJWK().toJSONString();
    }

    public String sign(JWTClaimsSet claims) throws JOSEException {
        return sign(claims, "JWT");
    }

    /// @param type what the token says it is
    String sign(JWTClaimsSet claims, String type) throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(key.getKeyID())
                .type(new JOSEObjectType(type))
                .build();
        SignedJWT jwt = new SignedJWT(header, claims);
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    private static ECKey newKey(String id) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
