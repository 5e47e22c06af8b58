package dev.curfew.connector.openbao;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.RealServer;
import dev.curfew.testbed.postgres.PostgreSql;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The shipped reading policy is exact: with it everything is read, and with any line less something is not, which the
/// coverage says.
@RealServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenBaoLeastRightsTest {
    private OpenBao openBao;
    private PostgreSql postgres;

    @BeforeAll
    void somethingOfEachKind() {
        openBao = OpenBao.start();
        postgres = PostgreSql.start();
        for (String type : List.of("pki", "transit", "database", "kubernetes")) {
            openBao.write("sys/mounts/" + type, Map.of("type", type));
        }
        openBao.write("auth/token/roles/deployer", Map.of("allowed_policies", "default"));
        openBao.write("pki/root/generate/internal", Map.of("common_name", "root", "ttl", "24h"));
        openBao.write("pki/roles/web", Map.of("allow_any_name", true, "generate_lease", true, "ttl", "1h"));
        openBao.write("pki/issue/web", Map.of("common_name", "a.example"));
        logins("");
        logins("team/");
        openBao.write("transit/keys/signing", Map.of());
        openBao.write("kubernetes/config", Map.of("kubernetes_host", "https://k8s.example.org"));
        openBao.write(
                "kubernetes/roles/deploy",
                Map.of("allowed_kubernetes_namespaces", "*", "service_account_name", "deployer"));
        openBao.write("secret/data/app", Map.of("data", Map.of("a", "b")));
        openBao.write("identity/entity", Map.of("name", "web"));
        openBao.write("identity/group", Map.of("name", "services"));
        database();
    }

    /// @param before their mounts' names
    private void logins(String before) {
        for (String type : List.of("approle", "jwt", "cert", "userpass")) {
            openBao.write("sys/auth/" + before + type, Map.of("type", type));
        }
        String auth = "auth/" + before;
        openBao.write(auth + "approle/role/web", Map.of("token_policies", "default"));
        openBao.write(auth + "approle/role/web/secret-id", Map.of());
        openBao.write(auth + "jwt/role/ci", Map.of("role_type", "jwt", "user_claim", "sub", "bound_audiences", "bao"));
        openBao.write(auth + "userpass/users/night", Map.of("password", "x"));
        openBao.write(
                auth + "cert/certs/edge",
                Map.of("certificate", openBao.read("pki/cert/ca").text("/data/certificate")));
    }

    private void database() {
        postgres.run("postgres", "CREATE ROLE engine SUPERUSER LOGIN PASSWORD 'x'", "CREATE ROLE batch LOGIN");
        openBao.write(
                "database/config/main",
                Map.of(
                        "plugin_name", "postgresql-database-plugin",
                        "connection_url",
                                "postgresql://{{username}}:{{password}}@127.0.0.1:" + postgres.port()
                                        + "/postgres?sslmode=require",
                        "username", "engine",
                        "password", "x",
                        "allowed_roles", "*"));
        openBao.write(
                "database/static-roles/batch",
                Map.of("db_name", "main", "username", "batch", "rotation_period", "24h"));
    }

    @AfterAll
    void stop() {
        postgres.close();
        openBao.close();
    }

    @Test
    void everyLineIsNeededAndWhatIsMissingWithoutItIsTold() throws InterruptedException {
        List<String> lines = Connected.shipped("read-policy.hcl")
                .lines()
                .filter(it -> it.startsWith("path "))
                .toList();
        assertThat(missing(lines)).isEmpty();
        Map<String, List<String>> missing = new TreeMap<>();
        for (String line : lines) {
            String path = path(line);
            List<String> others = lines.stream()
                    .filter(it ->
                            !path(it).equals(path) && !path(it).equals(path + "/") && !(path(it) + "/").equals(path))
                    .toList();
            missing.put(path, missing(others));
        }
        assertThat(missing).isEqualTo(expected());
    }

    private static String path(String line) {
        return line.split("\"", -1)[1];
    }

    /// A list is asked for with a slash or without: one of two such lines is needed, by OpenBao the one, by Vault the
    /// other.
    private static Map<String, List<String>> expected() {
        Map<String, List<String>> expected = new TreeMap<>();
        for (String path : List.of("auth/token/accessors", "auth/token/accessors/")) {
            expected.put(path, List.of("tokens REFUSED"));
        }
        for (String path : List.of("sys/namespaces", "sys/namespaces/")) {
            expected.put(path, List.of("namespaces REFUSED"));
        }
        for (String auth : List.of("auth/+/", "auth/+/+/")) {
            expected.put(auth + "role/", List.of("approles PARTIAL", "secret-ids PARTIAL", "logins PARTIAL"));
            expected.put(auth + "role/+", List.of("approles PARTIAL", "logins PARTIAL"));
            expected.put(auth + "role/+/secret-id/", List.of("secret-ids PARTIAL"));
            expected.put(auth + "role/+/secret-id-accessor/lookup", List.of("secret-ids PARTIAL"));
            expected.put(auth + "role/+/secret-id/lookup", List.of());
            expected.put(auth + "role/+/role-id", List.of());
            for (String path : List.of("certs/", "certs/+", "users/", "users/+", "config")) {
                expected.put(auth + path, List.of("logins PARTIAL"));
            }
        }
        for (String path : List.of(
                "config",
                "config/+",
                "keys/",
                "keys/+",
                "metadata/*",
                "roles/",
                "roles/+",
                "static-roles/",
                "static-roles/+")) {
            expected.put("+/" + path, List.of("paths PARTIAL"));
        }
        expected.put("auth/token/lookup-accessor", List.of("tokens PARTIAL"));
        expected.put("auth/token/roles", List.of("token-roles REFUSED"));
        expected.put("auth/token/roles/*", List.of("token-roles PARTIAL"));
        expected.put("identity/entity/id", List.of("entities REFUSED"));
        expected.put("identity/entity/id/*", List.of("entities PARTIAL"));
        expected.put("identity/group/id", List.of("groups REFUSED"));
        expected.put("identity/group/id/*", List.of("groups PARTIAL"));
        expected.put("sys/audit", List.of("audit-devices REFUSED"));
        expected.put("sys/auth", List.of("approles REFUSED", "secret-ids REFUSED", "logins REFUSED"));
        expected.put("sys/leases/lookup", List.of("leases REFUSED"));
        expected.put("sys/leases/lookup/*", List.of("leases PARTIAL"));
        expected.put("sys/mounts", List.of("certificates REFUSED", "paths REFUSED"));
        expected.put("+/certs/", List.of("certificates PARTIAL"));
        expected.put("sys/policies/acl", List.of("policies REFUSED"));
        expected.put("sys/policies/acl/*", List.of("policies PARTIAL"));
        // without it a watch reads all of them again
        expected.put("+/certs/revoked/", List.of());
        // no reading: whose a value is, when it is to be revoked
        expected.put("auth/token/lookup", List.of());
        return expected;
    }

    private List<String> missing(List<String> policy) throws InterruptedException {
        openBao.policy("least", String.join("\n", policy));
        try (Connected connected = new Connected(
                openBao.address(), Connected.token(openBao, "least").value(), "")) {
            Observation observation = connected.observer().observe(Progress.SILENT);
            return observation.coverage().stream()
                    .filter(it -> it.state() != CoverageState.READ)
                    .map(it -> it.scope() + " " + it.state())
                    .toList();
        }
    }
}
