package dev.curfew.connector.rate;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.connector.Connectors;
import dev.curfew.connector.http.Http;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Connector;
import dev.curfew.model.port.Observer;
import dev.curfew.testbed.HttpCall;
import dev.curfew.testbed.memory.MemorySecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// What is read: a server, and the reading credential there. Processes hand it on in their environment, which only
/// their owner can see.
record Target(String kind, URI address, String credential, Map<String, String> settings) {
    private static final String PREFIX = "CURFEW_RATE_";

    Map<String, String> environment() {
        return Map.of(
                PREFIX + "KIND",
                kind,
                PREFIX + "ADDRESS",
                address.toString(),
                PREFIX + "CREDENTIAL",
                credential,
                PREFIX + "SETTINGS",
                HttpCall.json(settings));
    }

    static Target ofEnvironment() {
        try {
            return new Target(
                    given("KIND"),
                    URI.create(given("ADDRESS")),
                    given("CREDENTIAL"),
                    new ObjectMapper().readValue(given("SETTINGS"), new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String given(String name) {
        return Objects.requireNonNull(System.getenv(PREFIX + name), PREFIX + name);
    }

    Observer observer(Http http) {
        Connection connection = new Connection(new SourceName("large"), kind, address, false, Instant.EPOCH, settings);
        MemorySecrets secrets = new MemorySecrets();
        secrets.put(connection.readSecret(), Secret.of(credential));
        return connector(http).observer(connection, secrets);
    }

    private Connector connector(Http http) {
        return Connectors.all(http, Clock.systemUTC()).stream()
                .filter(connector -> connector.describe().id().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /// Without the credential.
    @Override
    public String toString() {
        return kind + " at " + address;
    }
}
