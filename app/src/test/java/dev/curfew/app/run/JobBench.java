package dev.curfew.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.chain.Traces;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.connector.kubernetes.KubernetesConnector;
import dev.curfew.connector.openbao.OpenBaoConnector;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.kubernetes.Kubectl;
import dev.curfew.testbed.kubernetes.Kubernetes;
import dev.curfew.testbed.postgres.PostgreSql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/// A workspace with two officers and policies under which jobs run without anybody's signature, others with one, and
/// mischief never.
final class JobBench {
    private static final String POLICIES = """
            @id("jobs")
            permit (principal, action, resource)
            when { context.purpose like "job*" };

            @id("an-officer-decides")
            @requires("1 of officer")
            permit (principal, action, resource);

            @id("no-mischief")
            forbid (principal, action, resource)
            when { context.purpose like "mischief*" };
            """;

    private static final String RUN_READER = """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata:
              name: run-reader
            rules:
              - apiGroups: [""]
                resources: [configmaps]
                verbs: [get, list]
            """;

    private final CommandBench bench;

    private JobBench(CommandBench bench) {
        this.bench = bench;
    }

    /// A machine without a workspace.
    static JobBench none() {
        return new JobBench(new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC()));
    }

    /// A machine whose workspace has these officers, and the policies that Curfew brings.
    static JobBench of(Path home, String... officers) {
        return of(home, Clock.systemUTC(), officers);
    }

    /// @param clock what the machine's own shows
    private static JobBench of(Path home, Clock clock, String... officers) {
        CommandBench bench = new CommandBench(home, clock);
        assertThat(bench.json("init").exitCode()).isZero();
        for (String officer : officers) {
            assertThat(bench.addOfficer(officer).exitCode()).isZero();
        }
        return new JobBench(bench);
    }

    static JobBench in(Path home) {
        return in(home, Clock.systemUTC());
    }

    /// @param clock what the machine's own shows
    static JobBench in(Path home, Clock clock) {
        JobBench made = of(home, clock, "ci", "bo");
        CommandBench bench = made.bench;
        bench.file("jobs.cases.json", "{\"base\":{},\"cases\":[]}");
        Path policies = bench.file("jobs.cedar", POLICIES);
        var saved = bench.as("bo", "policy", "save", policies.toString());
        assertThat(saved.exitCode()).as(saved.err()).isZero();
        return made;
    }

    CommandBench commands() {
        return bench;
    }

    Path home() {
        return bench.home();
    }

    /// Connects a source and reads it.
    void connect(String kind, String name, String address, String read, String act, String... more) {
        bench.connect(kind, name, address, read + "\n", act + "\n", more);
        sync(name);
    }

    void sync(String source) {
        var synced = bench.json("sync", source);
        assertThat(synced.exitCode()).as(synced.err()).isZero();
    }

    /// Connects PostgreSQL with the shipped rights, and reads it.
    void connect(PostgreSql server) {
        Shipped.connect(bench, server);
        sync("pg");
    }

    /// Connects OpenBao with the shipped rights, and reads it.
    void connect(OpenBao openBao) {
        openBao.policy("run-read", Shipped.text(OpenBaoConnector.class, "read-policy.hcl"));
        openBao.policy("run-act", Shipped.text(OpenBaoConnector.class, "act-policy.hcl"));
        connect(
                "openbao",
                "bao",
                openBao.address().toString(),
                openBao.orphan("run-read").value(),
                openBao.orphan("run-act").value());
    }

    /// Connects Kubernetes with the shipped rights, which issue `run-reader`, and reads it.
    void connect(Kubernetes kubernetes) {
        Kubectl kubectl = Kubectl.of(kubernetes);
        String act = Shipped.text(KubernetesConnector.class, "act-policy.yaml")
                .replace("resourceNames: [view]", "resourceNames: [run-reader]");
        kubectl.run(Shipped.text(KubernetesConnector.class, "read-policy.yaml"), List.of("apply", "-f", "-"));
        kubectl.run(act, List.of("apply", "-f", "-"));
        kubectl.run(RUN_READER, List.of("apply", "-f", "-"));
        connect(
                "kubernetes",
                "k8s",
                kubernetes.address().toString(),
                kubectl.run("create", "token", "curfew-reader", "--namespace=curfew")
                        .strip(),
                kubectl.run("create", "token", "curfew-actor", "--namespace=curfew")
                        .strip(),
                "--ca-file",
                kubernetes.certificate().toString());
    }

    /// `curfew run` as a process, with what is given before the command.
    CurfewProcess run(List<String> options, String... command) {
        return curfew(line(options, command));
    }

    private static List<String> line(List<String> options, String... command) {
        List<String> line = new ArrayList<>(List.of("run"));
        line.addAll(options);
        line.add("--");
        line.addAll(List.of(command));
        return line;
    }

    CurfewProcess curfew(List<String> line) {
        return CurfewProcess.start(bench.home(), environment(), line);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(bench.environment());
        Path passphrase = bench.file("ci-passphrase", CommandBench.passphraseOf("ci"));
        environment.put("CURFEW_OFFICER", "ci");
        environment.put("CURFEW_OFFICER_PASSPHRASE_FILE", passphrase.toString());
        return environment;
    }

    /// Says what it was given in `given`, and waits until it may go on.
    ///
    /// @param variable where the value is
    void waiting(String variable) {
        script("""
                #!/bin/sh
                cd "$(dirname "$0")"
                trap 'echo TERM > told; exit 9' TERM
                printf '%s' "$VARIABLE" > given
                tr '\\0' '\\n' < /proc/self/environ > environment
                while [ ! -e go ]; do sleep 0.05; done
                exit "$1"
                """.replace("VARIABLE", variable));
    }

    /// `curfew run` around that.
    CurfewProcess waitingJob(List<String> options, String exitCode) {
        return run(options, home().resolve("job.sh").toString(), exitCode);
    }

    /// As [#waitingJob] in this process, by this bench's clock.
    Answer runHere(List<String> options) {
        String[] command = {home().resolve("job.sh").toString(), "0"};
        return bench.as("ci", line(options, command).toArray(String[]::new));
    }

    /// As [#waitingJob], where every signal is heard.
    CurfewProcess hearingJob(List<String> options) {
        String[] command = {home().resolve("job.sh").toString(), "0"};
        return CurfewProcess.startHearing(bench.home(), environment(), line(options, command));
    }

    /// `curfew run` around a job that says what it was given, and is killed.
    ///
    /// @param variables as in [#waiting]
    CurfewProcess killedJob(List<String> options, String variables) {
        return run(options, "sh", "-c", "printf '%s' \"$" + variables + "\" > " + home() + "/given; kill -9 $$");
    }

    void go() {
        bench.file("go", "go");
    }

    /// Whether a password lets somebody in; whatever else than a refusal comes is no answer.
    static boolean isLetIn(PostgreSql server, String user, String password) {
        try (Connection session = server.connect("postgres", user, password)) {
            return session.isValid(5);
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).startsWith("28");
            return false;
        }
    }

    /// No file of the machine's holds it any more.
    void assertNowhere(String value) {
        drop("given", "environment", "go", "told", "credential");
        try {
            Traces.assertInNoFile(value, home(), Set.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> job(String role, String ttl) {
        return List.of("--role", role, "--ttl", ttl, "--purpose", "job 1");
    }

    /// A program that says what it was given, and waits until it may go on.
    Path script(String text) {
        Path file = bench.file("job.sh", text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    String text(String name) {
        try {
            return Files.readString(bench.home().resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String name) {
        return Files.isRegularFile(bench.home().resolve(name)) && !text(name).isEmpty();
    }

    void drop(String... names) {
        for (String name : names) {
            try {
                Files.deleteIfExists(bench.home().resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The newest window.
    JsonNode window() {
        JsonNode all = bench.json("windows").items();
        return all.get(all.size() - 1);
    }

    /// The newest entry of the type.
    JsonNode entry(String type) {
        return StreamSupport.stream(bench.json("ledger", "list").items().spliterator(), false)
                .filter(entry -> entry.path("type").asText().equals(type))
                .reduce((_, last) -> last)
                .orElseThrow();
    }
}
