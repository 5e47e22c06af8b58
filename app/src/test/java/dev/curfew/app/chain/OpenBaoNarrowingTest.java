package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// A policy of a real OpenBao is narrowed to what its audit file tells, and put back. The tests are the steps of one
/// story.
@WithOpenBao
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpenBaoNarrowingTest {
    private static final String BROAD = """
            # what billing may
            path "secret/data/billing/*" { capabilities = ["create", "read", "update", "delete"] }
            path "secret/data/billing/root" { capabilities = ["deny"] }
            path "secret/metadata/*" { capabilities = ["list", "read", "delete"] }
            path "secret/data/{{identity.entity.id}}/*" { capabilities = ["read", "create"] }
            path "sys/mounts" { capabilities = ["read"] }
            """;
    private static final List<String> PATHS = List.of(
            "secret/data/billing/door",
            "secret/data/billing/window",
            "secret/data/billing/root",
            "secret/data/other",
            "secret/metadata/billing",
            "secret/metadata/",
            "sys/mounts",
            "sys/auth");

    private OpenBao openBao;
    private Path audit = Path.of("");
    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());
    private String token = "";
    private String other = "";
    private String begin = "";
    private String narrowing = "";
    private Map<String, List<String>> before = Map.of();

    /// One token reads a secret and lists; another of the same policy, which holds one more, writes a second.
    @BeforeAll
    void somebodyDoesThings(@TempDir Path home) throws IOException {
        audit = Files.createDirectory(home.resolve("server")).resolve("audit.log");
        openBao = OpenBao.startAudited(audit);
        openBao.policy("billing", BROAD);
        openBao.policy("mail", "path \"secret/data/mail\" { capabilities = [\"read\"] }");
        openBao.write("secret/data/billing/door", Map.of("data", Map.of("code", "1")));
        token = openBao.orphan("billing").value();
        other = openBao.orphan("billing", "mail").value();
        openBao.call("GET", "secret/data/billing/door", Map.of(), token).ok();
        openBao.call("LIST", "secret/metadata/", Map.of(), token).ok();
        openBao.call("POST", "secret/data/billing/window", Map.of("data", Map.of("code", "2")), other)
                .ok();
        assertThat(openBao.call("GET", "secret/data/billing/root", Map.of(), token)
                        .status())
                .isEqualTo(403);
        begin = Files.readAllLines(audit).getFirst().replaceFirst(".*\"time\":\"([^\"]+)\".*", "$1");
        openBao.policy("curfew-read", Shipped.needs("openbao", false));
        openBao.policy(
                "curfew-act",
                Shipped.needs("openbao", true) + "path \"sys/policies/acl/*\" { capabilities = [\"update\"] }\n");
        bench = new CommandBench(home, Clock.systemUTC());
        assertThat(bench.run("init").exitCode()).isZero();
        bench.connect(
                "openbao",
                "bao",
                openBao.address().toString(),
                openBao.orphan("curfew-read").value(),
                openBao.orphan("curfew-act").value(),
                "--audit-file",
                audit.toString());
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
        assertThat(bench.json("sync").exitCode()).isZero();
        before = capabilities(token);
    }

    @AfterAll
    void stop() {
        openBao.close();
    }

    @Test
    @Order(1)
    void thePlanSaysWhatIsTakenAwayAndWhatTheRecordCannotShow() {
        Answer plan = bench.json("narrow", "billing", "--since", begin);

        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.items())
                .extracting(cut -> cut.path("statement").asText() + " " + cut.path("after"))
                .containsExactly(
                        "secret/data/billing/* [\"secret/data/billing/door: read\","
                                + "\"secret/data/billing/window: create, update\"]",
                        "secret/metadata/* [\"secret/metadata/: list\"]",
                        "secret/data/{{identity.entity.id}}/* []",
                        "sys/mounts []");
        assertThat(plan.items().get(0).path("holders")).hasSize(2);
        assertThat(plan.items().get(0).path("askers").asInt()).isEqualTo(2);
        assertThat(plan.items().get(0).path("refusedInHorizon").asInt()).isZero();
        assertThat(plan.items().get(0).path("reachAfter").asInt())
                .isLessThan(plan.items().get(0).path("reachBefore").asInt());
        assertThat(plan.err())
                .contains("What is done less often than that would not show")
                .contains("none would have been refused")
                .contains("Its comments are not kept");
        assertThat(openBao.read("sys/policies/acl/billing").text("/data/policy"))
                .isEqualTo(BROAD);
    }

    @Test
    @Order(2)
    void aRecordThatDoesNotReachBackIsNotAppliedOn() {
        Answer early = apply("--since", "30d");

        assertThat(early.exitCode()).isEqualTo(1);
        assertThat(early.err()).contains("reaches back to " + begin.substring(0, 19));
    }

    @Test
    @Order(3)
    void appliedItAllowsNothingNewAndEveryUse() {
        String plan = bench.json("narrow", "billing", "--since", begin)
                .items()
                .get(0)
                .path("plan")
                .asText();

        Answer applied = apply("--since", begin, "--plan", plan);

        assertThat(applied.exitCode()).as(applied.err()).isZero();
        narrowing = applied.item().path("id").asText();
        Map<String, List<String>> after = capabilities(token);
        for (String path : PATHS) {
            assertThat(before.get(path)).as(path).containsAll(without(after.getOrDefault(path, List.of())));
        }
        assertThat(after.get("secret/data/billing/root")).containsExactly("deny");
        assertThat(after.get("sys/mounts")).containsExactly("deny");
        openBao.call("GET", "secret/data/billing/door", Map.of(), token).ok();
        openBao.call("LIST", "secret/metadata/", Map.of(), token).ok();
        openBao.call("POST", "secret/data/billing/window", Map.of("data", Map.of("code", "3")), other)
                .ok();
        assertThat(openBao.call("GET", "secret/data/mail", Map.of(), other).status())
                .as("allowed, and not there")
                .isEqualTo(404);
        assertThat(openBao.call("DELETE", "secret/data/billing/door", Map.of(), token)
                        .status())
                .isEqualTo(403);
    }

    @Test
    @Order(4)
    void rolledBackItIsWhatItWas() {
        Answer back = bench.as("ada", "narrow", "rollback", narrowing);

        assertThat(back.exitCode()).as(back.err()).isZero();
        assertThat(back.item().path("stage").asText()).isEqualTo("RETURNED");
        assertThat(openBao.read("sys/policies/acl/billing").text("/data/policy"))
                .isEqualTo(BROAD);
        assertThat(capabilities(token)).isEqualTo(before);
    }

    @Test
    @Order(5)
    void whatSomebodyElseChangedIsLeftAlone() {
        Answer applied = apply("--since", begin);
        assertThat(applied.exitCode()).as(applied.err()).isZero();
        openBao.policy("billing", "path \"sys/mounts\" { capabilities = [\"read\"] }");

        Answer back =
                bench.as("ada", "narrow", "rollback", applied.item().path("id").asText());

        assertThat(back.exitCode()).isEqualTo(1);
        assertThat(back.err()).contains("was left alone");
        assertThat(openBao.read("sys/policies/acl/billing").text("/data/policy"))
                .contains("sys/mounts");
    }

    @Test
    @Order(6)
    void whatCurfewItselfHoldsIsNotNarrowed() {
        Answer own = bench.json("narrow", "curfew-read", "--since", begin);

        assertThat(own.exitCode()).isEqualTo(1);
        assertThat(own.err()).contains("the credential Curfew itself uses");
    }

    @Test
    @Order(7)
    void aRecordThatMayLackAUseDecidesNothing() throws IOException {
        Files.writeString(
                audit,
                "{\"time\":\"2026-11-29T00:00:00Z\",\"auth\":{\"policies\":[\"billing\"\n",
                StandardOpenOption.APPEND);

        Answer plan = bench.json("narrow", "billing", "--since", begin);

        assertThat(plan.exitCode()).isEqualTo(1);
        assertThat(plan.err()).contains("is not known whole: a line could not be read");
    }

    @Test
    @Order(8)
    void theLedgerHasTheOfficerAndBothTexts() {
        assertThat(bench.json("ledger", "list").items())
                .filteredOn(entry -> entry.path("type").asText().equals("narrowing.stage"))
                .extracting(entry -> entry.path("actor").asText() + " "
                        + entry.at("/details/stage").asText())
                .containsExactly(
                        "ada applying", "ada applied", "ada returning", "ada returned", "ada applying", "ada applied");
        assertThat(bench.json("ledger", "verify").exitCode()).isZero();
        assertThat(bench.json("narrow", "list").items().get(0).path("prior").asText())
                .isEqualTo(BROAD);
        assertThat(bench.seen()).doesNotContain(token).doesNotContain(other);
    }

    private Answer apply(String... more) {
        List<String> words = new ArrayList<>(List.of("narrow", "billing", "--apply", "--reason", "not used"));
        words.addAll(List.of(more));
        return bench.as("ada", words.toArray(String[]::new));
    }

    private static List<String> without(List<String> capabilities) {
        return capabilities.stream().filter(each -> !each.equals("deny")).toList();
    }

    private Map<String, List<String>> capabilities(String value) {
        var answer = openBao.write("sys/capabilities", Map.of("token", value, "paths", PATHS));
        return PATHS.stream()
                .collect(Collectors.toMap(path -> path, path -> answer.texts("/data/" + path.replace("/", "~1"))));
    }
}
