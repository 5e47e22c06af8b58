package dev.curfew.app.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Policies on the command line: shown, written, tried, replayed, put in force, and then asked.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PolicyCommandsTest {
    private static final String POLICY = "sample-openbao:policy/break-glass";

    /// Access for one repository's jobs, to one place.
    private static final String SHOP = """
            @id("shop-to-eu")
            permit (principal, action, resource)
            when {
                context has repository && context.repository == "acme/shop" &&
                context has destination && context.destination == "eu"
            };
            """;

    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());
    private String packaged = "";
    private String packagedCases = "";

    @BeforeAll
    void theSampleIsOpen(@TempDir Path home) {
        bench = CommandBench.withTheSample(home);
        bench.addOfficer("ada");
        packaged = bench.run("policy", "show").out();
        packagedCases = bench.run("policy", "show", "--cases").out();
    }

    private Path pack(String name, String policies, String cases) {
        bench.file(name + ".cases.json", cases);
        return bench.file(name + ".cedar", policies);
    }

    /// The shop's cases, of which the last expects this.
    private String cases(String last) {
        String base = packagedCases.substring(packagedCases.indexOf('{', 1), packagedCases.indexOf("\"cases\""));
        return "{ \"base\": " + base + """
                "cases": [
                  { "name": "the shop's own job",
                    "with": { "context": { "repository": "acme/shop", "destination": "eu" } },
                    "expect": "allowed", "by": ["shop-to-eu"] },
                  { "name": "another repository",
                    "with": { "context": { "repository": "acme/blog", "destination": "eu" } },
                    "expect": "refused" },
                  { "name": "another place",
                    "with": { "context": { "repository": "acme/shop", "destination": "us" } },
                    "expect": "%s" } ] }
                """.formatted(last);
    }

    @Test
    @Order(2)
    void whatIsWrongWithPoliciesIsSaidBeforeAnythingOfTheirCases() {
        Path file = bench.file("nameless.cedar", "permit (principal, action, resource);");

        Answer tested = bench.bare(Map.of(), "", List.of(), "policy", "test", file.toString());
        Answer replayed = bench.run("policy", "replay", file.toString());

        assertThat(tested.err()).contains("@id").doesNotContain("cases");
        assertThat(tested.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(replayed.err()).contains("@id").doesNotContain("cases");
        assertThat(replayed.exitCode()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    @Order(2)
    void pastDecisionsAreTakenAgainWithoutCases() {
        Answer replayed = bench.run(
                "policy", "replay", bench.file("caseless.cedar", packaged).toString());

        assertThat(replayed.exitCode()).as(replayed.err()).isZero();
    }

    private Answer ask(String... claims) {
        return bench.as(
                "ada",
                Stream.concat(Stream.of("request", POLICY, "--for", "15m", "--reason", "deploy"), Stream.of(claims))
                        .toArray(String[]::new));
    }

    @Test
    @Order(1)
    void theSchemaNamesWhatPoliciesMayAskForWithoutAWorkspace() {
        Answer schema = bench.bare(Map.of(), "", List.of(), "policy", "schema");

        assertThat(schema.exitCode()).as(schema.err()).isZero();
        assertThat(schema.out())
                .contains("ticket", "repository", "workload", "destination", "lastDrillDays", "durationSeconds");
    }

    @Test
    @Order(2)
    void whatIsShownIsWhatPassesItsOwnCases() {
        Path file = pack("shown", packaged, packagedCases);

        Answer tested = bench.bare(Map.of(), "", List.of(), "policy", "test", file.toString());

        assertThat(packaged).contains("@id(\"an-officer-decides\")");
        assertThat(tested.exitCode()).as(tested.err()).isZero();
        assertThat(tested.err()).matches("(?s).*\\d+ cases pass.*");
    }

    @Test
    @Order(3)
    void aCaseThatFailsATextThatIsNoneAndAFileThatIsNotThereAreTold() {
        Answer failed = bench.run(
                "policy", "test", pack("failing", SHOP, cases("allowed")).toString());
        assertThat(failed.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(failed.err()).contains("another place");

        Answer wrong = bench.run(
                "policy",
                "test",
                pack("wrong", SHOP.replace("context has destination && ", ""), cases("refused"))
                        .toString());
        assertThat(wrong.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(wrong.err()).contains("destination");

        Answer absent =
                bench.run("policy", "test", bench.home().resolve("absent.cedar").toString());
        assertThat(absent.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(absent.err()).contains("absent.cedar cannot be read");
    }

    @Test
    @Order(4)
    void aReplaySaysWhichPastDecisionsWouldBeOthers() {
        String request = ask("--ticket", "OPS-1").item().path("id").asText();
        String same = pack("same", packaged, packagedCases).toString();
        String shop = pack("shop", SHOP, cases("refused")).toString();

        Answer none = bench.json("policy", "replay", same, "--fail-on-change");
        assertThat(none.exitCode()).as(none.err()).isZero();
        assertThat(none.items()).isEmpty();
        Answer changed = bench.json("policy", "replay", shop);
        assertThat(changed.exitCode()).as(changed.err()).isZero();
        assertThat(changed.item().path("request").asText()).isEqualTo(request);
        assertThat(changed.item().path("before").asText()).isEqualTo("needs-signatures");
        assertThat(changed.item().path("after").asText()).isEqualTo("refused");
        assertThat(changed.err()).contains("1 of 1 decisions change.");
        assertThat(bench.run("policy", "replay", shop, "--fail-on-change").exitCode())
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    @Order(5)
    void whatIsSavedDecidesByRepositoryAndDestination() {
        Answer saved = bench.as(
                "ada", "policy", "save", pack("shop", SHOP, cases("refused")).toString());
        assertThat(saved.exitCode()).as(saved.err()).isZero();

        // Not all of the sample was read, and then no permit allows without a signature.
        Answer permitted = ask("--repository", "acme/shop", "--destination", "eu");
        assertThat(permitted.item().path("state").asText()).isEqualTo("PENDING");
        assertThat(permitted.err()).contains("What the policies say now: needs one more officer (by shop-to-eu).");
        for (Answer refused : List.of(
                ask(), ask("--repository", "acme/shop"), ask("--repository", "acme/shop", "--destination", "us"))) {
            assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
        }
        assertThat(bench.run("policy", "show").out()).isEqualTo(SHOP);
    }

    @Test
    @Order(6)
    void theHistoryHasEveryVersionWithWhoSavedIt() {
        Answer history = bench.json("policy", "history");

        assertThat(history.items()).hasSize(2);
        assertThat(history.items())
                .extracting(version -> version.path("savedBy").asText(""))
                .contains("ada");
        assertThat(history.items())
                .extracting((JsonNode version) -> version.path("policies").asText())
                .containsExactlyInAnyOrder(packaged, SHOP);
        assertThat(bench.run("policy", "history").out()).contains("comes with Curfew", "2026-11-22T09:00:00Z");
    }
}
