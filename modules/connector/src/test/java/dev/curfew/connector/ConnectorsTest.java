package dev.curfew.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.kind.SourceKind;
import dev.curfew.model.port.Connector;
import dev.curfew.model.port.Secrets;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// A kind of source does what its description says, and says what it does.
class ConnectorsTest {
    private static final Http HTTP = new Http(HttpSettings.DEFAULTS, Clock.systemUTC());
    private static final Secrets NONE = new Secrets() {
        @Override
        public Optional<Secret> get(String name) {
            return Optional.empty();
        }

        @Override
        public void put(String name, Secret value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(String name) {
            throw new UnsupportedOperationException();
        }
    };

    @AfterAll
    static void close() {
        HTTP.close();
    }

    @Test
    void everyKindIsMadeByItsOwnConnector() {
        assertThat(Connectors.all(HTTP, Clock.systemUTC()).stream().map(Connector::describe))
                .isEqualTo(Connectors.kinds().all());
    }

    @TestFactory
    List<DynamicTest> aConnectorDoesWhatItsDescriptionSays() {
        return Connectors.all(HTTP, Clock.systemUTC()).stream()
                .map(connector -> DynamicTest.dynamicTest(connector.kind(), () -> {
                    SourceKind kind = connector.describe();
                    Connection acting = connection(kind, true);
                    Connection reading = connection(kind, false);

                    assertThat(connector.revoker(acting, NONE).isPresent())
                            .isEqualTo(kind.abilities().revokes());
                    assertThat(connector.issuer(acting, NONE).isPresent())
                            .isEqualTo(!kind.abilities().issues().isEmpty());
                    assertThat(connector.probe(reading, NONE).isPresent())
                            .isEqualTo(kind.abilities().probes());
                    assertThat(connector.selfCheck(reading).isPresent())
                            .isEqualTo(kind.credentials().taken());
                    assertThat(kind.needs(false).isPresent())
                            .isEqualTo(kind.credentials().taken());
                    assertThat(kind.needs(true).isPresent())
                            .isEqualTo(kind.abilities().acts());
                    assertThat(connector.revoker(reading, NONE)).isEmpty();
                    assertThat(connector.issuer(reading, NONE)).isEmpty();
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> itsExampleIsACommandThatMakesOne() {
        return Connectors.kinds().all().stream()
                .filter(kind -> kind.isServer() || kind.isFile())
                .map(kind -> DynamicTest.dynamicTest(
                        kind.id(),
                        () -> assertThat(kind.example())
                                .startsWith(
                                        (kind.isServer() ? "curfew connect " : "curfew import ") + kind.word() + " ")))
                .toList();
    }

    private static Connection connection(SourceKind kind, boolean canAct) {
        URI address = URI.create(kind.isServer() ? kind.addressExample() : "file:///nowhere");
        return new Connection(new SourceName("one"), kind.id(), address, canAct, Instant.EPOCH, Map.of());
    }
}
