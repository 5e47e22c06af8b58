package dev.curfew.app.chain.kill;

import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.connector.kubernetes.KubernetesConnector;
import dev.curfew.testbed.kubernetes.Kubectl;
import dev.curfew.testbed.kubernetes.Kubernetes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// A service account with a requested token, and tokens in secrets. Controllers must run: they fill the secrets.
record KubernetesPlace(Kubernetes server, Kubectl kubectl, int secrets) implements Place {
    private static final int FILLED_WITHIN_SECONDS = 60;

    @Override
    public void connect(CommandBench bench) {
        for (String policy : List.of("read-policy.yaml", "act-policy.yaml")) {
            kubectl.run(Shipped.text(KubernetesConnector.class, policy), List.of("apply", "-f", "-"));
        }
        bench.connect(
                "kubernetes",
                "k8s",
                server.address().toString(),
                token("curfew", "curfew-reader"),
                token("curfew", "curfew-actor"),
                "--ca-file",
                server.certificate().toString(),
                "--environment",
                "test");
    }

    private String token(String namespace, String account) {
        return kubectl.run("create", "token", account, "--namespace=" + namespace)
                .strip();
    }

    @Override
    public Map<String, String> agent(String name) {
        kubectl.run("""
                apiVersion: v1
                kind: Namespace
                metadata: {name: agents}
                """, List.of("apply", "-f", "-"));
        kubectl.run("create", "serviceaccount", name, "--namespace=agents");
        kubectl.run(
                "create", "rolebinding", name, "--clusterrole=view", "--serviceaccount=agents:" + name, "-n=agents");
        Map<String, String> held = new LinkedHashMap<>();
        String uid = awaited("serviceaccount", name, "{.metadata.uid}");
        held.put("k8s:token/agents/" + name + "/" + uid, token("agents", name));
        for (int i = 0; i < secrets; i++) {
            String secret = name + "-" + i;
            kubectl.run("""
                    apiVersion: v1
                    kind: Secret
                    metadata:
                      name: %s
                      namespace: agents
                      annotations: {kubernetes.io/service-account.name: %s}
                    type: kubernetes.io/service-account-token
                    """.formatted(secret, name), List.of("apply", "-f", "-"));
        }
        for (int i = 0; i < secrets; i++) {
            String secret = name + "-" + i;
            String value = awaited("secret", secret, "{.data.token}");
            held.put(
                    "k8s:secret/agents/" + secret + "/" + awaited("secret", secret, "{.metadata.uid}"),
                    new String(Base64.getDecoder().decode(value), StandardCharsets.US_ASCII));
        }
        return held;
    }

    private String awaited(String kind, String name, String path) {
        long deadline = System.nanoTime() + FILLED_WITHIN_SECONDS * 1_000_000_000L;
        while (true) {
            String found = kubectl.run("get", kind, name, "--namespace=agents", "-o", "jsonpath=" + path);
            if (!found.isEmpty()) {
                return found;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no " + path + " in " + kind + " " + name);
            }
            LockSupport.parkNanos(100_000_000L);
        }
    }
}
