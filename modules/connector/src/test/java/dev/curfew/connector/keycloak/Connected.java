package dev.curfew.connector.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.memory.MemorySecrets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// A connection to a Keycloak whose reading and acting clients hold the roles of the shipped policies, and no more.
final class Connected implements AutoCloseable {
    static final SourceName SOURCE = new SourceName("sso");
    static final String READER = "curfew-read";
    static final String ACTOR = "curfew-act";

    private final Http http;
    private final MemorySecrets secrets = new MemorySecrets();
    private final Connection connection;

    Connected(URI address, HttpSettings settings, String reading, String acting) {
        this(address, settings, reading, acting, Map.of());
    }

    Connected(URI address, HttpSettings settings, String reading, String acting, Map<String, String> connecting) {
        http = new Http(settings, Clock.systemUTC());
        connection = new Connection(SOURCE, "keycloak", address, !acting.isEmpty(), Instant.EPOCH, connecting);
        secrets.put(connection.readSecret(), Secret.of(reading));
        if (!acting.isEmpty()) {
            secrets.put(connection.actSecret(), Secret.of(acting));
        }
    }

    /// Curfew's clients are in the realm itself, and see nothing else.
    static Connected to(Town town) {
        return new Connected(
                town.keycloak().address(),
                HttpSettings.DEFAULTS,
                login(town, client(town, READER, "read-policy.json", "realm-management")),
                login(town, client(town, ACTOR, "act-policy.json", "realm-management")));
    }

    /// Curfew's clients are in `master`, and see one realm.
    static Connected fromMaster(Town town) {
        Town master = Town.master(town.keycloak());
        return new Connected(
                town.keycloak().address(),
                HttpSettings.DEFAULTS,
                login(master, client(master, READER + "-" + town.realm(), "read-policy.json", town.realm() + "-realm")),
                login(master, client(master, ACTOR + "-" + town.realm(), "act-policy.json", town.realm() + "-realm")));
    }

    /// A client that has just the roles of a shipped policy: those that every user has are taken away.
    private static Town.Client client(Town town, String clientId, String policy, String holder) {
        JsonNode shipped = Town.tree(shipped(policy));
        Town.Client client = town.client(clientId, Map.of("publicClient", false));
        for (JsonNode role : shipped.path("roles")) {
            town.holds(client.account(), town.clientRole(holder, role.asText()));
        }
        return client;
    }

    static String login(Town town, Town.Client client) {
        return "{\"realm\":\"%s\",\"clientId\":\"%s\",\"clientSecret\":\"%s\"}"
                .formatted(town.realm(), client.clientId(), client.secret());
    }

    Connection connection() {
        return connection;
    }

    MemorySecrets secrets() {
        return secrets;
    }

    Observer observer() {
        return connector().observer(connection, secrets);
    }

    Observation observe() throws InterruptedException {
        return observer().observe(Progress.SILENT);
    }

    KeycloakConnector connector() {
        return new KeycloakConnector(http, Clock.systemUTC());
    }

    static CredentialId credential(String nativeId) {
        return new CredentialId(SOURCE, nativeId);
    }

    static String shipped(String name) {
        try (InputStream in = Objects.requireNonNull(KeycloakConnector.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
