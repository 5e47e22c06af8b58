package dev.curfew.connector.kubernetes;

import dev.curfew.connector.http.Endpoint;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.port.SourceClock;
import dev.curfew.testbed.kubernetes.Kubectl;
import dev.curfew.testbed.kubernetes.Kubernetes;
import dev.curfew.testbed.memory.MemorySecrets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A connection to a cluster with a reading credential that holds the shipped policy, and no more.
final class ConnectedCluster implements AutoCloseable {
    static final SourceName SOURCE = new SourceName("k8s");

    final Http http = new Http(HttpSettings.DEFAULTS, Clock.systemUTC());
    final MemorySecrets secrets = new MemorySecrets();
    final Connection connection;

    /// @param act empty: nothing is ever changed
    ConnectedCluster(URI address, String read, String act, Map<String, String> settings) {
        connection = new Connection(SOURCE, "kubernetes", address, !act.isEmpty(), Instant.EPOCH, settings);
        secrets.put(connection.readSecret(), Secret.of(read));
        if (!act.isEmpty()) {
            secrets.put(connection.actSecret(), Secret.of(act));
        }
    }

    /// With tokens of the accounts that the shipped policies make.
    static ConnectedCluster with(Kubernetes kubernetes, Kubectl kubectl, String... settings) {
        kubectl.run(shipped("read-policy.yaml"), List.of("apply", "-f", "-"));
        String reader = kubectl.run("create", "token", "curfew-reader", "--namespace=curfew");
        return new ConnectedCluster(kubernetes.address(), reader.strip(), "", settings(kubernetes, settings));
    }

    /// With an acting credential besides, that holds the shipped policy and no more.
    static ConnectedCluster acting(Kubernetes kubernetes, Kubectl kubectl) {
        kubectl.run(shipped("read-policy.yaml"), List.of("apply", "-f", "-"));
        kubectl.run(shipped("act-policy.yaml"), List.of("apply", "-f", "-"));
        return new ConnectedCluster(
                kubernetes.address(),
                token(kubectl, "curfew", "curfew-reader"),
                token(kubectl, "curfew", "curfew-actor"),
                settings(kubernetes));
    }

    static String token(Kubectl kubectl, String namespace, String account, String... more) {
        List<String> arguments = new ArrayList<>(List.of("create", "token", account, "--namespace=" + namespace));
        arguments.addAll(List.of(more));
        return kubectl.run("", arguments).strip();
    }

    static CredentialId credential(String nativeId) {
        return new CredentialId(SOURCE, nativeId);
    }

    /// @param more names and values in turn
    static Map<String, String> settings(Kubernetes kubernetes, String... more) {
        Map<String, String> settings = new HashMap<>();
        settings.put(Endpoint.CA_CERTIFICATES, read(kubernetes));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    private static String read(Kubernetes kubernetes) {
        try {
            return Files.readString(kubernetes.certificate());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String shipped(String name) {
        return resource(KubernetesConnector.class, name);
    }

    static String resource(Class<?> beside, String name) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    KubernetesConnector connector() {
        return new KubernetesConnector(http, Clock.systemUTC());
    }

    Observer observer() {
        return connector().observer(connection, secrets);
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

    Observation observe() throws InterruptedException {
        return observer().observe(Progress.SILENT);
    }

    @Override
    public void close() {
        http.close();
    }
}
