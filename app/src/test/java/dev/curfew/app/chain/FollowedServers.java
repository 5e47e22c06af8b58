package dev.curfew.app.chain;

import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.app.usecase.source.NewConnection;
import dev.curfew.connector.kubernetes.KubernetesConnector;
import dev.curfew.connector.openbao.OpenBaoConnector;
import dev.curfew.connector.postgres.PostgresConnector;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.keycloak.Keycloak;
import dev.curfew.testbed.kubernetes.Kubectl;
import dev.curfew.testbed.kubernetes.Kubernetes;
import dev.curfew.testbed.postgres.PostgreSql;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/// Four real servers, each connected with an identity that has the shipped reading policy.
final class FollowedServers implements AutoCloseable {
    private static final String REALM = "followed";

    final OpenBao openBao = OpenBao.start();
    final Kubernetes kubernetes = Kubernetes.start();
    final PostgreSql postgres = PostgreSql.start();
    final Keycloak keycloak = Keycloak.start();
    final Kubectl kubectl = Kubectl.of(kubernetes);

    NewConnection ofOpenBao() {
        openBao.policy("read", Shipped.text(OpenBaoConnector.class, "read-policy.hcl"));
        return connection("openbao", "bao", openBao.address(), token(), Map.of());
    }

    String token() {
        return openBao.orphan("read").value();
    }

    NewConnection ofKubernetes() throws IOException {
        kubectl.run(Shipped.text(KubernetesConnector.class, "read-policy.yaml"), List.of("apply", "-f", "-"));
        String token = kubectl.run("create", "token", "curfew-reader", "--namespace=curfew");
        return connection(
                "kubernetes",
                "k8s",
                kubernetes.address(),
                token.strip(),
                Map.of("ca-certificates", Files.readString(kubernetes.certificate())));
    }

    NewConnection ofPostgres() {
        postgres.psql().lines("postgres", Shipped.text(PostgresConnector.class, "read-policy.sql"));
        postgres.run("postgres", "ALTER ROLE curfew_read PASSWORD 'followed-4711'");
        return connection(
                "postgresql",
                "pg",
                postgres.address(),
                "user=curfew_read password='followed-4711'",
                Map.of("ca-certificates", postgres.authorityPem()));
    }

    NewConnection ofKeycloak() {
        OwnRealm realm = OwnRealm.fresh(keycloak, REALM, Map.of("adminEventsEnabled", true));
        return connection("keycloak", "sso", keycloak.address(), realm.own("curfew-read", false), Map.of());
    }

    void client(String clientId) {
        new OwnRealm(keycloak, REALM).client(clientId);
    }

    private static NewConnection connection(
            String kind, String name, URI address, String credential, Map<String, String> settings) {
        return new NewConnection(new SourceName(name), kind, address, Secret.of(credential), null, settings);
    }

    @Override
    public void close() {
        keycloak.close();
        postgres.close();
        kubernetes.close();
        openBao.close();
    }
}
