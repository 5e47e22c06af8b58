package dev.curfew.connector.kubernetes;

import dev.curfew.connector.http.Endpoint;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.kubernetes.act.KubernetesIssuer;
import dev.curfew.connector.kubernetes.act.KubernetesRevoker;
import dev.curfew.connector.kubernetes.act.KubernetesRotator;
import dev.curfew.connector.kubernetes.act.KubernetesTimeBoxes;
import dev.curfew.connector.kubernetes.api.ActingToken;
import dev.curfew.connector.kubernetes.api.KubeAccess;
import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.audit.KubernetesDeeds;
import dev.curfew.connector.kubernetes.config.Logins;
import dev.curfew.connector.kubernetes.door.KubernetesDoor;
import dev.curfew.connector.kubernetes.fact.OwnMarks;
import dev.curfew.connector.kubernetes.observe.ClusterReading;
import dev.curfew.connector.kubernetes.observe.KubernetesObserver;
import dev.curfew.connector.kubernetes.observe.secret.SecretMode;
import dev.curfew.connector.kubernetes.watch.KubernetesChanges;
import dev.curfew.connector.record.AuditFile;
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
import dev.curfew.model.rotation.Rotator;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timebox.TimeBoxer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// A Kubernetes cluster, by its API server. A credential file holds a bearer token, a client certificate with its key
/// in PEM, or a kubeconfig. `read-policy.yaml` and `act-policy.yaml`, beside this class, are all that the two
/// credentials need.
///
/// Settings: `context`, `allow-exec`, `act-as`, `secrets`, `audit-file` for what was done, and those of `Endpoint`.
public final class KubernetesConnector implements Connector {
    private static final Messages MESSAGES = Messages.of(KubernetesConnector.class);

    public static final SourceKind KIND = new SourceKind(
            "kubernetes",
            Endpoint.FORM,
            Endpoint.settings(
                    Setting.choice(SecretMode.SETTING, SecretMode.names(), MESSAGES)
                            .usually(SecretMode.METADATA.text()),
                    Setting.text(Logins.CONTEXT, MESSAGES),
                    Setting.flag(Logins.ALLOW_EXEC, MESSAGES),
                    Setting.text(ActingToken.ACT_AS, MESSAGES),
                    Setting.text(OwnMarks.NAMESPACE, MESSAGES).usually(OwnMarks.CURFEW),
                    Setting.text(AuditFile.SETTING, MESSAGES)),
            Credentials.required("token", "certificate", "kubeconfig"),
            new Abilities(true, List.of("kubernetes.role"), true),
            MESSAGES);

    private final Http http;
    private final Clock clock;
    private final Logins logins;

    public KubernetesConnector(Http http, Clock clock) {
        this.http = http;
        this.clock = clock;
        this.logins = new Logins(clock);
    }

    @Override
    public SourceKind describe() {
        return KIND;
    }

    @Override
    public Observer observer(Connection connection, Secrets secrets) {
        return new KubernetesObserver(new ClusterReading(access(connection, secrets), clock));
    }

    @Override
    public Optional<ChangeFeed> changes(Connection connection, Secrets secrets) throws InterruptedException {
        KubeAccess access = access(connection, secrets);
        return Optional.of(KubernetesChanges.open(access, new ClusterReading(access, clock)));
    }

    @Override
    public Optional<Issuer> issuer(Connection connection, Secrets secrets) {
        return connection.ifActing(() -> new KubernetesIssuer(access(connection, secrets), clock));
    }

    @Override
    public Optional<Revoker> revoker(Connection connection, Secrets secrets) {
        return connection.ifActing(() -> new KubernetesRevoker(access(connection, secrets), clock));
    }

    @Override
    public Optional<Rotator> rotator(Connection connection, Secrets secrets) {
        return connection.ifActing(() -> new KubernetesRotator(access(connection, secrets), clock));
    }

    @Override
    public Optional<TimeBoxer> timeBoxer(Connection connection, Secrets secrets) {
        return connection.ifActing(() -> new KubernetesTimeBoxes(access(connection, secrets), clock));
    }

    @Override
    public Optional<Probe> probe(Connection connection, Secrets secrets) {
        return Optional.of(new KubernetesProbe(access(connection, secrets), clock));
    }

    @Override
    public Optional<SourceClock> clock(Connection connection, Secrets secrets) {
        return Optional.of(() -> {
            try (KubeSession session = access(connection, secrets).reading()) {
                return session.clock(clock);
            }
        });
    }

    @Override
    public Optional<DeedLog> deeds(Connection connection, Secrets secrets) {
        return Optional.of(new KubernetesDeeds(connection, clock));
    }

    @Override
    public Optional<SelfCheck> selfCheck(Connection connection) {
        return Optional.of(new KubernetesSelfCheck(KubeAccess.toTry(http, logins, connection)));
    }

    @Override
    public Optional<EmergencyDoor> emergencyDoor(Connection connection) {
        return Optional.of(new KubernetesDoor(KubeAccess.toTry(http, logins, connection), clock));
    }

    private KubeAccess access(Connection connection, Secrets secrets) {
        return new KubeAccess(http, logins, connection, secrets);
    }
}
