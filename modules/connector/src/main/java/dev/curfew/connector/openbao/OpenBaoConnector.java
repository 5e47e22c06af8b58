package dev.curfew.connector.openbao;

import dev.curfew.connector.http.Call;
import dev.curfew.connector.http.DateClock;
import dev.curfew.connector.http.Endpoint;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.openbao.api.BaoAccess;
import dev.curfew.connector.openbao.approle.SecretIdRotator;
import dev.curfew.connector.openbao.audit.OpenBaoDeeds;
import dev.curfew.connector.openbao.audit.OpenBaoUses;
import dev.curfew.connector.openbao.door.OpenBaoDoor;
import dev.curfew.connector.openbao.observe.OpenBaoObserver;
import dev.curfew.connector.openbao.timebox.OpenBaoTimeBoxes;
import dev.curfew.connector.record.AuditFile;
import dev.curfew.model.breakglass.EmergencyDoor;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.kind.Abilities;
import dev.curfew.model.kind.Credentials;
import dev.curfew.model.kind.Setting;
import dev.curfew.model.kind.SourceKind;
import dev.curfew.model.narrowing.PolicyKeeper;
import dev.curfew.model.narrowing.UseLog;
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
import dev.curfew.model.rotation.Rotator;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timebox.TimeBoxer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// OpenBao, and Vault as far as their APIs agree. A credential file holds one token, or an approle's ids to log in
/// by. `read-policy.hcl` and `act-policy.hcl`, beside this class, are all that the two need.
///
/// Settings: `namespace`, `audit-file` and `audit-device` for what was done, and those of `Endpoint`.
public final class OpenBaoConnector implements Connector {
    private static final Messages MESSAGES = Messages.of(OpenBaoConnector.class);

    public static final SourceKind KIND = new SourceKind(
            "openbao",
            Endpoint.FORM,
            Endpoint.settings(
                    Setting.text(BaoAccess.NAMESPACE, MESSAGES),
                    Setting.text(AuditFile.SETTING, MESSAGES),
                    Setting.text(OpenBaoDeeds.DEVICE, MESSAGES).usually(OpenBaoDeeds.DEVICE_USUAL)),
            Credentials.required("token", "approle"),
            new Abilities(true, List.of("openbao.acl"), true),
            MESSAGES);

    private final Http http;
    private final Clock clock;

    public OpenBaoConnector(Http http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public SourceKind describe() {
        return KIND;
    }

    @Override
    public Observer observer(Connection connection, Secrets secrets) {
        return new OpenBaoObserver(access(connection, secrets), clock);
    }

    @Override
    public Optional<ChangeFeed> changes(Connection connection, Secrets secrets) throws InterruptedException {
        return Optional.of(new OpenBaoObserver(access(connection, secrets), clock).changes());
    }

    @Override
    public Optional<Issuer> issuer(Connection connection, Secrets secrets) {
        return connection.ifActing(() -> new OpenBaoIssuer(access(connection, secrets)));
    }

    @Override
    public Optional<Revoker> revoker(Connection connection, Secrets secrets) {
        return connection.ifActing(() -> new OpenBaoRevoker(access(connection, secrets), clock));
    }

    @Override
    public Optional<Rotator> rotator(Connection connection, Secrets secrets) {
        BaoAccess access = access(connection, secrets);
        return connection.ifActing(() -> new OpenBaoRotators(
                new OpenBaoRotator(access, clock),
                new SecretIdRotator(access, new OpenBaoRevoker(access, clock), clock)));
    }

    @Override
    public Optional<Probe> probe(Connection connection, Secrets secrets) {
        return Optional.of(new OpenBaoProbe(connection.name(), access(connection, secrets), clock));
    }

    @Override
    public Optional<SourceClock> clock(Connection connection, Secrets secrets) {
        // Unsealed or not, it answers this to anybody.
        return Optional.of(
                new DateClock(http, () -> Call.of("GET", Endpoint.of(connection), "v1/sys/seal-status"), clock));
    }

    @Override
    public Optional<DeedLog> deeds(Connection connection, Secrets secrets) {
        return Optional.of(new OpenBaoDeeds(access(connection, secrets), clock));
    }

    @Override
    public Optional<UseLog> uses(Connection connection, Secrets secrets) {
        return Optional.of(new OpenBaoUses(connection, clock));
    }

    @Override
    public Optional<TimeBoxer> timeBoxer(Connection connection, Secrets secrets) {
        return connection.ifActing(() -> new OpenBaoTimeBoxes(access(connection, secrets), clock));
    }

    @Override
    public Optional<PolicyKeeper> keeper(Connection connection, Secrets secrets) {
        return connection.ifActing(() -> new OpenBaoPolicies(access(connection, secrets), clock));
    }

    @Override
    public Optional<SelfCheck> selfCheck(Connection connection) {
        return Optional.of(new OpenBaoSelfCheck(BaoAccess.toTry(http, connection)));
    }

    @Override
    public Optional<EmergencyDoor> emergencyDoor(Connection connection) {
        return Optional.of(new OpenBaoDoor(BaoAccess.toTry(http, connection), clock));
    }

    private BaoAccess access(Connection connection, Secrets secrets) {
        return new BaoAccess(http, connection, secrets);
    }
}
