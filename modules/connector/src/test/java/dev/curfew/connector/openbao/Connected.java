package dev.curfew.connector.openbao;

import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.ChangeFeed;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.port.SelfCheck;
import dev.curfew.model.port.SourceClock;
import dev.curfew.model.rotation.Rotator;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.memory.MemorySecrets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A connection to an OpenBao with a reading and an acting token that hold the shipped policies, and no more.
final class Connected implements AutoCloseable {
    private static final SourceName SOURCE = new SourceName("bao");

    private final Http http;
    private final MemorySecrets secrets = new MemorySecrets();
    private final Connection connection;

    Connected(URI address, String readToken, String actToken) {
        this(address, readToken, actToken, HttpSettings.DEFAULTS);
    }

    Connected(URI address, String readToken, String actToken, HttpSettings settings) {
        this(address, readToken, actToken, settings, Map.of());
    }

    private Connected(
            URI address, String readToken, String actToken, HttpSettings settings, Map<String, String> connecting) {
        http = new Http(settings, Clock.systemUTC());
        connection = new Connection(SOURCE, "openbao", address, !actToken.isEmpty(), Instant.EPOCH, connecting);
        secrets.put(connection.readSecret(), Secret.of(readToken));
        if (!actToken.isEmpty()) {
            secrets.put(connection.actSecret(), Secret.of(actToken));
        }
    }

    /// Inside a namespace, by a token of it.
    static Connected inside(OpenBao openBao, String namespace, String readToken) {
        return new Connected(openBao.address(), readToken, "", HttpSettings.DEFAULTS, Map.of("namespace", namespace));
    }

    static Connected with(OpenBao openBao) {
        openBao.policy("curfew-read", shipped("read-policy.hcl"));
        openBao.policy("curfew-act", shipped("act-policy.hcl"));
        return new Connected(
                openBao.address(),
                token(openBao, "curfew-read").value(),
                token(openBao, "curfew-act").value());
    }

    /// An orphan token as root makes one.
    static Token token(OpenBao openBao, String policy) {
        return token(openBao, Map.of("policies", List.of(policy), "ttl", "1h"));
    }

    static Token token(OpenBao openBao, Map<String, ?> order) {
        return Token.of(openBao.write("auth/token/create-orphan", new LinkedHashMap<>(order)));
    }

    record Token(String value, String accessor) {
        static Token of(Answer answer) {
            return new Token(answer.text("/auth/client_token"), answer.text("/auth/accessor"));
        }

        CredentialId id() {
            return new CredentialId(SOURCE, accessor);
        }

        Secret secret() {
            return Secret.of(value);
        }
    }

    String actToken() {
        return secrets.get(connection.actSecret()).orElseThrow().reveal();
    }

    Observer observer() {
        return connector().observer(connection, secrets);
    }

    ChangeFeed changes() throws InterruptedException {
        return connector().changes(connection, secrets).orElseThrow();
    }

    Issuer issuer() {
        return connector().issuer(connection, secrets).orElseThrow();
    }

    Revoker revoker() {
        return connector().revoker(connection, secrets).orElseThrow();
    }

    SourceClock clock() {
        return connector().clock(connection, secrets).orElseThrow();
    }

    Probe probe() {
        return connector().probe(connection, secrets).orElseThrow();
    }

    SelfCheck selfCheck() {
        return connector().selfCheck(connection).orElseThrow();
    }

    Rotator rotator() {
        return connector().rotator(connection, secrets).orElseThrow();
    }

    /// The same tokens at another address.
    Connected at(URI address) {
        return new Connected(
                address, secrets.get(connection.readSecret()).orElseThrow().reveal(), actToken());
    }

    static PolicyId policy(String name) {
        return new PolicyId(SOURCE, "policy/" + name);
    }

    static CredentialId credential(String nativeId) {
        return new CredentialId(SOURCE, nativeId);
    }

    static String shipped(String name) {
        try (InputStream in = Objects.requireNonNull(OpenBaoConnector.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OpenBaoConnector connector() {
        return new OpenBaoConnector(http, Clock.systemUTC());
    }

    @Override
    public void close() {
        http.close();
    }
}
