package dev.curfew.app.chain.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.run.CurfewProcess;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithMoto;
import dev.curfew.testbed.WithOpenBao;
import dev.curfew.testbed.keycloak.Keycloak;
import dev.curfew.testbed.keycloak.WithKeycloak;
import dev.curfew.testbed.kubernetes.ControllerManager;
import dev.curfew.testbed.kubernetes.Kubectl;
import dev.curfew.testbed.kubernetes.Kubernetes;
import dev.curfew.testbed.kubernetes.WithKubernetes;
import dev.curfew.testbed.postgres.PostgreSql;
import dev.curfew.testbed.postgres.WithPostgreSql;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An agent with 50 credentials at five real servers is cut off by `curfew kill`, in a process of its own, and another
/// agent with as many by the makers' own clients, in turn. Both are timed from their start to their last act.
@WithOpenBao
@WithMoto
@WithKubernetes
@WithPostgreSql
@WithKeycloak
class KillSwitchBench {
    private static final int ROUNDS = Integer.getInteger("curfew.bench.rounds", 3);
    private static final int EACH = 10;

    /// An AWS user has two keys at most.
    private static final int KEYS_OF_A_USER = 2;

    /// No proof comes before the slowest mechanism's own end of it, and none much later.
    private static final Duration AFTER_FLOOR_MAX = Duration.ofSeconds(1);

    /// Of the connections, by their makers' clients.
    private static final Map<String, String> NAMES =
            Map.of("openbao", "bao", "aws", "aws", "kubernetes", "k8s", "postgresql", "pg", "keycloak", "sso");

    private List<Place> places = List.of();

    @Test
    void anAgentWithFiftyCredentials(
            OpenBao openBao,
            Moto moto,
            Kubernetes kubernetes,
            PostgreSql postgres,
            Keycloak keycloak,
            @TempDir Path folder)
            throws Exception {
        CommandBench bench = new CommandBench(folder, Clock.systemUTC());
        bench.run("init");
        Kubectl kubectl = Kubectl.of(kubernetes);
        AwsPlace aws = AwsPlace.fresh(moto, KEYS_OF_A_USER);
        KeycloakPlace clients = KeycloakPlace.fresh(keycloak, "fifty", EACH);
        // The account itself has a token too.
        places = List.of(
                new BaoPlace(openBao, EACH),
                new KubernetesPlace(kubernetes, kubectl, EACH - 1),
                new PostgresPlace(postgres, EACH),
                clients);
        VendorClients vendors = new VendorClients(
                openBao,
                moto,
                aws.own(),
                kubectl,
                postgres.psql(),
                keycloak.kcadm(),
                clients.realm().name());
        try (ControllerManager _ = ControllerManager.start(kubernetes)) {
            List<Agent> ours = agents("ours", aws);
            List<Agent> theirs = agents("theirs", aws);
            // Rights over roles are given for those that are there.
            places.forEach(place -> place.connect(bench));
            aws.connect(bench);
            assertThat(bench.addOfficer("ada").exitCode()).isZero();
            try (Moto.Enforcement _ = moto.enforceAuthentication()) {
                assertThat(bench.run("sync").exitCode()).isZero();
                leaveArchive(bench, folder);
                for (int round = 0; round < ROUNDS; round++) {
                    Map<String, Duration> curfew = byCurfew(bench, folder, kubernetes, ours.get(round));
                    Map<String, Duration> makers = theirs.get(round).endedBy(vendors);
                    System.out.println("makers' clients: " + makers);
                    System.out.println("curfew's last act, by the makers' clients' last: " + ratios(curfew, makers));
                    assertThat(Collections.max(curfew.values()))
                            .as("no slower than the makers' clients")
                            .isLessThanOrEqualTo(Collections.max(makers.values()));
                }
            }
        }
    }

    /// What an installed Curfew has of whatever command was run before.
    private static void leaveArchive(CommandBench bench, Path folder) throws InterruptedException {
        try (CurfewProcess before = CurfewProcess.start(folder, bench.environment(), List.of("sources"))) {
            assertThat(before.exitCode()).as(before.err()).isZero();
        }
    }

    private List<Agent> agents(String name, AwsPlace aws) {
        return IntStream.range(0, ROUNDS)
                .mapToObj(round -> agent(name + "-" + round, aws))
                .toList();
    }

    private Agent agent(String name, AwsPlace aws) {
        Map<String, String> credentials = new LinkedHashMap<>();
        places.forEach(place -> credentials.putAll(place.agent(name)));
        Map<String, String> holders = new LinkedHashMap<>();
        for (int i = 0; i < EACH / KEYS_OF_A_USER; i++) {
            String user = name + "-" + i;
            Map<String, String> keys = aws.agent(user);
            credentials.putAll(keys);
            keys.keySet().forEach(id -> holders.put(id.substring("aws:".length()), user));
        }
        assertThat(credentials).hasSize(5 * EACH);
        return new Agent(name, credentials, holders);
    }

    /// Of each source, and of all.
    private static Map<String, String> ratios(Map<String, Duration> ours, Map<String, Duration> theirs) {
        Map<String, String> ratios = new TreeMap<>();
        theirs.forEach((source, time) ->
                ratios.put(source, ratio(Objects.requireNonNull(ours.get(NAMES.get(source))), time)));
        ratios.put("overall", ratio(Collections.max(ours.values()), Collections.max(theirs.values())));
        return ratios;
    }

    private static String ratio(Duration ours, Duration theirs) {
        return String.format(Locale.ROOT, "%.2f", (double) ours.toMillis() / theirs.toMillis());
    }

    /// @return from the start of the process to the last act at each source
    private static Map<String, Duration> byCurfew(CommandBench bench, Path folder, Kubernetes kubernetes, Agent agent)
            throws Exception {
        List<String> words = new ArrayList<>(List.of(
                "kill", "--agent", agent.name(), "--reason", "it went rogue", "--format", "json", "--officer", "ada"));
        words.addAll(List.of(
                "--officer-passphrase-file", folder.resolve("ada-passphrase").toString()));
        agent.keyHolders().values().stream()
                .distinct()
                .forEach(user -> words.add("aws:arn:aws:iam::" + Moto.ACCOUNT + ":user/" + user));
        List<String> values = new ArrayList<>();
        agent.credentials()
                .forEach((id, value) -> values.add(
                        "--value-file=" + id + "=" + bench.file(agent.name() + "-value-" + values.size(), value)));
        words.addAll(values);
        Instant begun = Instant.now();
        List<String> tokens = agent.credentials().entrySet().stream()
                .filter(each -> each.getKey().startsWith("k8s:"))
                .map(Map.Entry::getValue)
                .toList();
        try (CurfewProcess process = CurfewProcess.start(folder, bench.environment(), words);
                Floor floor = new Floor(kubernetes, tokens)) {
            int exitCode = process.exitCode();
            Duration whole = Duration.between(begun, Instant.now());
            JsonNode rows = new Answer(exitCode, process.out(), process.err()).items();
            assertThat(rows).as(process.err()).hasSize(agent.credentials().size());
            Instant proved =
                    times(rows.valueStream().map(row -> row.path("proof"))).getLast();
            System.out.println("curfew: " + told(begun, rows) + ", ended " + whole
                    + "; Kubernetes itself refused the last token after " + Duration.between(begun, floor.last())
                    + ", the last proof came " + Duration.between(floor.last(), proved) + " later");
            assertThat(Duration.between(floor.last(), proved))
                    .as("the last proof, after the server itself refused the last token")
                    .isLessThan(AFTER_FLOOR_MAX);
            return lastActs(begun, rows);
        }
    }

    private static String told(Instant begun, JsonNode rows) {
        List<Instant> acts =
                times(rows.valueStream().flatMap(row -> row.path("steps").valueStream()));
        List<Instant> proofs = times(rows.valueStream().map(row -> row.path("proof")));
        Map<String, Long> states = new TreeMap<>();
        rows.valueStream().forEach(row -> states.merge(row.at("/proof/state").asText(), 1L, Long::sum));
        assertThat(states.keySet()).isSubsetOf("Proved", "ProvedAfter");
        return "first act " + Duration.between(begun, acts.getFirst()) + ", last "
                + Duration.between(begun, acts.getLast()) + " of " + acts.size() + ", last proof "
                + Duration.between(begun, proofs.getLast()) + " " + states;
    }

    private static Map<String, Duration> lastActs(Instant begun, JsonNode rows) {
        Map<String, Duration> last = new TreeMap<>();
        rows.forEach(row -> {
            String id = row.path("credential").asText();
            Instant at = times(row.path("steps").valueStream()).getLast();
            last.merge(
                    id.substring(0, id.indexOf(':')),
                    Duration.between(begun, at),
                    (one, other) -> one.compareTo(other) > 0 ? one : other);
        });
        return last;
    }

    private static List<Instant> times(Stream<JsonNode> all) {
        return all.map(one -> Instant.parse(one.path("at").asText())).sorted().toList();
    }

    /// @param credentials values by id
    /// @param keyHolders AWS users by key id
    private record Agent(String name, Map<String, String> credentials, Map<String, String> keyHolders) {
        Map<String, Duration> endedBy(VendorClients vendors) {
            return vendors.end(name, credentials.keySet(), keyHolders);
        }
    }
}
