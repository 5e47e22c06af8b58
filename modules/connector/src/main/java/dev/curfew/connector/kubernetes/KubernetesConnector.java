package dev.curfew.connector.kubernetes;

import dev.curfew.connector.http.Http;
import dev.curfew.connector.kubernetes.api.KubeAccess;
import dev.curfew.connector.kubernetes.config.Logins;
import dev.curfew.connector.kubernetes.observe.ClusterReading;
import dev.curfew.connector.kubernetes.observe.KubernetesObserver;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.port.Connector;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Secrets;
import java.time.Clock;

/// A Kubernetes cluster, by its API server. A credential file holds a bearer token, a client certificate with its key
/// in PEM, or a kubeconfig. `read-policy.yaml` and `act-policy.yaml`, beside this class, are all that the two
/// credentials need.
///
/// Settings: `context`, `allow-exec`, `secrets`, and those of `Endpoint`.
public final class KubernetesConnector implements Connector {
    private final Http http;
    private final Clock clock;
    private final Logins logins;

    public KubernetesConnector(Http http, Clock clock) {
        this.http = http;
        this.clock = clock;
        this.logins = new Logins(clock);
    }

    @Override
    public String kind() {
        return "kubernetes";
    }

    @Override
    public Observer observer(Connection connection, Secrets secrets) {
        return new KubernetesObserver(new ClusterReading(access(connection, secrets), clock));
    }

    private KubeAccess access(Connection connection, Secrets secrets) {
        return new KubeAccess(http, logins, connection, secrets);
    }
}
