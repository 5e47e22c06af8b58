package dev.curfew.app.cli.escalations.pmapper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.analysis.escalation.Certainty;
import dev.curfew.analysis.escalation.Environment;
import dev.curfew.analysis.escalation.Environment.Existing;
import dev.curfew.analysis.escalation.Escalation;
import dev.curfew.analysis.escalation.Escalations;
import dev.curfew.app.usecase.escalation.AccountFile;
import dev.curfew.connector.aws.AwsFileConnector;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.RealServer;
import dev.curfew.testbed.pmapper.PMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who becomes an administrator: the same as PMapper says, or there is a reason why not. Longer:
/// `-Dcurfew.pmapper.accounts=3000 -Dcurfew.pmapper.seed=1000`.
@RealServer
class PMapperTest {
    private static final int ACCOUNTS = Integer.getInteger("curfew.pmapper.accounts", 250);
    private static final int SEED = Integer.getInteger("curfew.pmapper.seed", 0);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> unexplained = new ArrayList<>();

    @Test
    void theSameBecomeAdministratorsOrThereIsAReason() throws IOException, InterruptedException {
        List<SmallAccount> accounts = new ArrayList<>();
        List<String> cases = new ArrayList<>();
        for (long seed = SEED; seed < SEED + ACCOUNTS; seed++) {
            SmallAccount account = new SmallAccount(seed);
            accounts.add(account);
            cases.add(JSON.writeValueAsString(
                    Map.of("account", account.account(), "environment", account.environment())));
        }
        List<String> answers = PMapper.ask(folder, cases);
        for (int i = 0; i < ACCOUNTS; i++) {
            compare(SEED + i, accounts.get(i), JSON.readTree(answers.get(i)));
        }
        System.out.println("PMapper: " + ACCOUNTS + " accounts from seed " + SEED + ": " + counts);
        assertThat(unexplained).isEmpty();
        assertThat(counts.getOrDefault("both", 0)).isGreaterThan(ACCOUNTS / 2);
    }

    private void compare(int seed, SmallAccount small, JsonNode answer) throws IOException, InterruptedException {
        JsonNode account = small.account();
        Map<String, List<Escalation>> found = found(small);
        Set<String> said = Difference.texts(answer.path("administrators"));
        said.addAll(Difference.texts(answer.path("reaching")));
        Set<String> silent = new HashSet<>();
        everybody(account).stream()
                .filter(it -> !found.containsKey(it) && !Difference.isAdministrator(account, it))
                .forEach(silent::add);
        for (String identity : everybody(account)) {
            List<Escalation> findings = found.getOrDefault(identity, List.of());
            boolean certain = findings.stream().anyMatch(it -> it.certainty() == Certainty.CERTAIN);
            if (Difference.isAdministrator(account, identity)) {
                count("administrators");
            } else if (said.contains(identity) == certain) {
                count(certain ? "both" : findings.isEmpty() ? "neither" : "only possible here, not said there");
            } else if (certain) {
                explain(seed, identity, "only Curfew", Difference.onlyCurfew(account, answer, findings), findings);
            } else if (findings.isEmpty()) {
                explain(
                        seed,
                        identity,
                        "only PMapper",
                        Difference.onlyPMapper(account, answer, identity, silent),
                        findings);
            } else {
                count("possible here, said there");
            }
        }
    }

    private void explain(int seed, String identity, String who, Set<Difference> reasons, List<Escalation> findings) {
        if (reasons.isEmpty() || reasons.contains(Difference.NONE)) {
            List<String> ways = findings.stream()
                    .map(it -> it.method() + " to " + it.target())
                    .toList();
            unexplained.add(who + ": seed " + seed + ", " + identity + " " + ways);
        }
        // the first reason says most: the others only go with it
        count(who + ": " + reasons.stream().findFirst().orElse(Difference.NONE));
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private static List<String> everybody(JsonNode account) {
        List<String> everybody = new ArrayList<>();
        account.path("UserDetailList")
                .forEach(it -> everybody.add(it.path("Arn").asText()));
        account.path("RoleDetailList")
                .forEach(it -> everybody.add(it.path("Arn").asText()));
        return everybody;
    }

    private Map<String, List<Escalation>> found(SmallAccount small) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("account.json"), JSON.writeValueAsString(small.account()));
        AccountFile reading = new AccountFile(new AwsFileConnector(Clock.systemUTC()));
        Map<String, List<Escalation>> found = new HashMap<>();
        for (Escalation each : Escalations.of(reading.read(file, Progress.SILENT), environment(small.environment()))) {
            found.computeIfAbsent(each.identity().nativeId(), _ -> new ArrayList<>())
                    .add(each);
        }
        return found;
    }

    private static Environment environment(JsonNode said) {
        List<Existing> things = new ArrayList<>();
        said.path("existingResources")
                .forEach(it -> things.add(new Existing(
                        it.path("arn").asText(), it.path("executionRole").asText())));
        Map<String, Integer> keys = new HashMap<>();
        said.path("accessKeys")
                .properties()
                .forEach(it -> keys.put(it.getKey(), it.getValue().asInt()));
        Map<String, Boolean> passwords = new HashMap<>();
        said.path("loginProfile")
                .properties()
                .forEach(it -> passwords.put(it.getKey(), it.getValue().asBoolean()));
        return new Environment(Optional.of(things), Optional.of(List.of()), keys, passwords);
    }
}
