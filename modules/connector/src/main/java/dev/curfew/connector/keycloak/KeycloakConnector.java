package dev.curfew.connector.keycloak;

import dev.curfew.connector.http.Endpoint;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.keycloak.act.KeycloakRevoker;
import dev.curfew.connector.keycloak.act.KeycloakRotator;
import dev.curfew.connector.keycloak.api.KcAccess;
import dev.curfew.connector.keycloak.api.KcSession;
import dev.curfew.connector.keycloak.audit.KeycloakDeeds;
import dev.curfew.connector.keycloak.door.KeycloakDoor;
import dev.curfew.connector.keycloak.issue.KeycloakIssuer;
import dev.curfew.connector.keycloak.observe.KeycloakObserver;
import dev.curfew.connector.keycloak.probe.KeycloakProbe;
import dev.curfew.model.breakglass.EmergencyDoor;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.kind.Abilities;
import dev.curfew.model.kind.Credentials;
import dev.curfew.model.kind.Setting;
import dev.curfew.model.kind.SourceKind;
import dev.curfew.model.port.ChangeFeed;
import dev.curfew.model.port.Connector;
import dev.curfew.model.port.DeedLog;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.port.SelfCheck;
import dev.curfew.model.port.SourceClock;
import dev.curfew.model.right.Rights;
import dev.curfew.model.rotation.Rotator;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Keycloak. A credential file holds a client's id and secret, or somebody's login with a client. `read-policy.json`
/// and `act-policy.json`, beside this class, name the roles that the two clients need.
///
/// Settings: `realm`, and those of `Endpoint`.
public final class KeycloakConnector implements Connector {
    private static final Messages MESSAGES = Messages.of(KeycloakConnector.class);

    public static final SourceKind KIND = new SourceKind(
            "keycloak",
            Endpoint.FORM,
            Endpoint.settings(Setting.text(KcAccess.REALM, MESSAGES).usually(KcAccess.REALM_USUAL)),
            Credentials.required("json", "adapter", "pair"),
            new Abilities(true, List.of(Rights.KIND), true),
            MESSAGES);

    private final Http http;
    private final Clock clock;

    public KeycloakConnector(Http http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public SourceKind describe() {
        return KIND;
    }

    @Override
    public Observer observer(Connection connection, Secrets secrets) {
        return new KeycloakObserver(access(connection, secrets), clock);
    }

    @Override
    public Optional<ChangeFeed> changes(Connection connection, Secrets secrets) throws InterruptedException {
        return Optional.of(new KeycloakObserver(access(connection, secrets), clock).changes());
    }

    @Override
    public Optional<Issuer> issuer(Connection connection, Secrets secrets) {
        return connection.ifActing(() -> new KeycloakIssuer(access(connection, secrets), clock));
    }

    @Override
    public Optional<Revoker> revoker(Connection connection, Secrets secrets) {
        return connection.ifActing(() -> new KeycloakRevoker(access(connection, secrets), clock));
    }

    @Override
    public Optional<Rotator> rotator(Connection connection, Secrets secrets) {
        return connection.ifActing(() -> new KeycloakRotator(access(connection, secrets), clock));
    }

    @Override
    public Optional<Probe> probe(Connection connection, Secrets secrets) {
        return Optional.of(new KeycloakProbe(access(connection, secrets), clock));
    }

    @Override
    public Optional<SourceClock> clock(Connection connection, Secrets secrets) {
        return Optional.of(() -> {
            try (KcSession session = access(connection, secrets).reading()) {
                return session.fetchClock().map(it -> new SourceClock.Reading(it.earliest(), clock.instant()));
            }
        });
    }

    @Override
    public Optional<DeedLog> deeds(Connection connection, Secrets secrets) {
        return Optional.of(new KeycloakDeeds(access(connection, secrets)));
    }

    @Override
    public Optional<SelfCheck> selfCheck(Connection connection) {
        return Optional.of(new KeycloakSelfCheck(KcAccess.toTry(http, connection)));
    }

    @Override
    public Optional<EmergencyDoor> emergencyDoor(Connection connection) {
        return Optional.of(new KeycloakDoor(KcAccess.toTry(http, connection), clock));
    }

    private KcAccess access(Connection connection, Secrets secrets) {
        return new KcAccess(http, connection, secrets);
    }
}
