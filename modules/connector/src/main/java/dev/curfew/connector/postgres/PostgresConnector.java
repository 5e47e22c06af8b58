package dev.curfew.connector.postgres;

import dev.curfew.connector.dial.PrivateAddresses;
import dev.curfew.connector.postgres.act.PostgresClock;
import dev.curfew.connector.postgres.act.PostgresIssuer;
import dev.curfew.connector.postgres.act.PostgresProbe;
import dev.curfew.connector.postgres.act.PostgresRevoker;
import dev.curfew.connector.postgres.act.PostgresSelfCheck;
import dev.curfew.connector.postgres.door.PostgresDoor;
import dev.curfew.connector.postgres.link.PgAccess;
import dev.curfew.connector.postgres.link.PgLimits;
import dev.curfew.connector.postgres.link.PgTlsMode;
import dev.curfew.connector.postgres.log.PostgresDeeds;
import dev.curfew.connector.postgres.observe.PostgresObserver;
import dev.curfew.connector.postgres.rotate.PostgresRotator;
import dev.curfew.connector.postgres.timebox.PostgresTimeBoxes;
import dev.curfew.connector.record.AuditFile;
import dev.curfew.model.breakglass.EmergencyDoor;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.kind.Abilities;
import dev.curfew.model.kind.AddressForm;
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
import dev.curfew.model.timebox.TimeBoxer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// PostgreSQL: a cluster with its roles and all its databases, from version 14 on. A credential is a login, in one of
/// the texts of `PgLoginText`. `read-policy.sql` and `act-policy.sql`, beside this class, make roles that have all
/// that is needed, and no more.
///
/// Settings: `sslmode`, `ca-certificates`, `allow-private-addresses`, `heir`, the role that is to own what a dropped
/// one owned, and `audit-file` for what was done.
public final class PostgresConnector implements Connector {
    private static final Messages MESSAGES = Messages.of(PostgresConnector.class);
    private static final String HEIR = "heir";

    private static final Secrets NO_SECRETS = new Secrets() {
        @Override
        public Optional<Secret> get(String name) {
            return Optional.empty();
        }

        @Override
        public void put(String name, Secret value) {
            throw new UnsupportedOperationException("there is no place for secrets");
        }

        @Override
        public void remove(String name) {
            // There is none.
        }
    };

    public static final SourceKind KIND = new SourceKind(
            "postgresql",
            new AddressForm.Server(List.of("postgresql", "postgres"), List.of(), ""),
            List.of(
                    Setting.choice(PgAccess.TLS, PgTlsMode.words(), MESSAGES).usually(PgTlsMode.VERIFY_FULL.word()),
                    Setting.certificates(PgAccess.CA_CERTIFICATES, MESSAGES).typedAs("ca-file"),
                    PrivateAddresses.setting(),
                    Setting.text(HEIR, MESSAGES),
                    Setting.text(AuditFile.SETTING, MESSAGES)),
            Credentials.required("line", "uri", "keywords", "certificate"),
            new Abilities(true, List.of(Rights.KIND), true),
            MESSAGES);

    private final Clock clock;
    private final PgLimits limits;

    public PostgresConnector(Clock clock) {
        this(clock, PgLimits.DEFAULT);
    }

    public PostgresConnector(Clock clock, PgLimits limits) {
        this.clock = clock;
        this.limits = limits;
    }

    @Override
    public SourceKind describe() {
        return KIND;
    }

    @Override
    public Observer observer(Connection connection, Secrets secrets) {
        return new PostgresObserver(access(connection, secrets), clock);
    }

    @Override
    public Optional<ChangeFeed> changes(Connection connection, Secrets secrets) throws InterruptedException {
        return Optional.of(new PostgresObserver(access(connection, secrets), clock).changes());
    }

    @Override
    public Optional<Issuer> issuer(Connection connection, Secrets secrets) {
        return connection.ifActing(() -> new PostgresIssuer(access(connection, secrets)));
    }

    @Override
    public Optional<Revoker> revoker(Connection connection, Secrets secrets) {
        return connection.ifActing(() -> acts(connection, secrets));
    }

    private Revoker acts(Connection connection, Secrets secrets) {
        Optional<String> heir =
                Optional.ofNullable(connection.settings().get(HEIR)).filter(name -> !name.isBlank());
        return new PostgresRevoker(access(connection, secrets), clock, heir);
    }

    @Override
    public Optional<Rotator> rotator(Connection connection, Secrets secrets) {
        return connection.ifActing(
                () -> new PostgresRotator(access(connection, secrets), acts(connection, secrets), clock));
    }

    @Override
    public Optional<TimeBoxer> timeBoxer(Connection connection, Secrets secrets) {
        return connection.ifActing(
                () -> new PostgresTimeBoxes(access(connection, secrets), acts(connection, secrets), clock));
    }

    @Override
    public Optional<Probe> probe(Connection connection, Secrets secrets) {
        return Optional.of(new PostgresProbe(access(connection, secrets), clock));
    }

    @Override
    public Optional<SourceClock> clock(Connection connection, Secrets secrets) {
        return Optional.of(new PostgresClock(access(connection, secrets), clock));
    }

    @Override
    public Optional<DeedLog> deeds(Connection connection, Secrets secrets) {
        return Optional.of(new PostgresDeeds(connection, access(connection, secrets), clock));
    }

    @Override
    public Optional<SelfCheck> selfCheck(Connection connection) {
        return Optional.of(new PostgresSelfCheck(access(connection, NO_SECRETS)));
    }

    @Override
    public Optional<EmergencyDoor> emergencyDoor(Connection connection) {
        return Optional.of(new PostgresDoor(access(connection, NO_SECRETS), clock));
    }

    private PgAccess access(Connection connection, Secrets secrets) {
        return new PgAccess(connection, secrets, limits);
    }
}
