package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What a newcomer does with the sample estate, and the shape of the answers.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);
    private static final String CI_ROLE = "arn:aws:iam::111122223333:role/ci-deployer";

    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), CLOCK);

    @BeforeAll
    void theSampleIsOpen(@TempDir Path home) {
        bench = new CommandBench(home, CLOCK);
        bench.run("init");
        Answer answer = bench.json("sample");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.items())
                .extracting(item -> item.path("source").asText())
                .containsExactly("sample-aws", "sample-openbao", "sample-kubernetes");
    }

    @Test
    void everyAnswerHasTheSameFourFields() {
        for (List<String> typed : List.of(
                List.of("identities"),
                List.of("reach", CI_ROLE),
                List.of("expiring"),
                List.of("sources"),
                List.of("officer", "list"),
                List.of("requests"),
                List.of("windows"),
                List.of("revoke", "list"),
                List.of("ledger", "list"),
                List.of("ledger", "verify"))) {
            Answer answer = bench.json(typed.toArray(new String[0]));

            assertThat(answer.exitCode()).as(answer.err()).isZero();
            assertThat(answer.json().fieldNames())
                    .toIterable()
                    .containsExactly("schema", "snapshot", "coverage", "items");
            assertThat(answer.json().path("schema").asText()).matches("curfew\\.[a-z-]+/1");
        }
    }

    @Test
    void anIdentityIsListedWithItsEvidence() {
        Answer answer = bench.json("identities", "--source", "sample-aws", "ci-deployer");

        assertThat(answer.json().at("/snapshot/number").asLong()).isGreaterThanOrEqualTo(3);
        assertThat(answer.json().at("/snapshot/takenAt").asText()).isEqualTo("2026-11-22T09:00:00Z");
        assertThat(answer.json().path("coverage"))
                .anySatisfy(scope -> assertThat(scope.path("state").asText()).isEqualTo("REFUSED"));
        JsonNode item = answer.item();
        assertThat(item.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "source",
                        "kind",
                        "name",
                        "lifecycle",
                        "ownership",
                        "credentials",
                        "grants",
                        "createdAt",
                        "lastUse",
                        "expiry",
                        "tags",
                        "findings");
        assertThat(item.path("id").asText()).isEqualTo("sample-aws:" + CI_ROLE);
        assertThat(item.at("/ownership/owner").asText()).isEqualTo("platform");
        assertThat(item.at("/lastUse/state").asText()).isEqualTo("seen");
        assertThat(item.at("/lastUse/quality/horizonSeconds").asLong()).isPositive();
    }

    @Test
    void theListIsSortedById() {
        List<String> ids = bench.json("identities").items().findValuesAsText("id");

        assertThat(ids).hasSizeGreaterThan(300).isSorted();
    }

    @Test
    void theOverPrivilegedCiRoleIsFoundAndItsReachExplained() {
        Answer answer = bench.json("reach", CI_ROLE);

        assertThat(answer.items()).isNotEmpty();
        assertThat(answer.items()).allSatisfy(item -> {
            JsonNode path = item.path("path");
            assertThat(path).isNotEmpty();
            assertThat(path.get(path.size() - 1).path("to")).isEqualTo(item.path("target"));
            assertThat(path)
                    .allSatisfy(hop ->
                            assertThat(hop.at("/decision/result").asText()).isIn("Allowed", "Conditional", "Unknown"));
        });
        assertThat(bench.json("identities", "--fail-on", "finding", "ci-deployer")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void listingsFailOnlyWhenAskedTo() {
        assertThat(bench.json("expiring", "--within", "24h").exitCode()).isZero();
        assertThat(bench.json("expiring", "--fail-on", "24h").exitCode()).isEqualTo(1);
        assertThat(bench.json("expiring", "--within", "24h").items())
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.path("band").asText()).isIn("EXPIRED", "WITHIN_24_HOURS"));
    }

    @Test
    void whatExpiringFailsOnIsInItsJson() {
        JsonNode items = bench.json("expiring", "--within", "24h").items();

        assertThat(items)
                .anySatisfy(item ->
                        assertThat(item.path("endsAsItShould").isBoolean()).isTrue())
                .anySatisfy(item ->
                        assertThat(item.path("endsAsItShould").asBoolean(true)).isFalse());
    }

    @Test
    void anExportIntoAFolderThatIsNotThereNamesIt() {
        Path folder = bench.home().resolve("nowhere");

        Answer answer = bench.run("export", folder.resolve("estate.zip").toString());

        assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err())
                .isEqualTo("curfew: There is no folder " + folder
                        + ". Nothing was written; make the folder, or name another.\n");
    }

    @Test
    void anOpenedExportSaysWhatItWasReadFrom() {
        String file = bench.home().resolve("estate.zip").toString();
        assertThat(bench.run("export", file).exitCode()).isZero();
        String opened = bench.home().resolve("opened").toString();
        Answer made = bench.run("open", file, "-w", opened);
        assertThat(made.exitCode()).as(made.err()).isZero();

        Answer answer = bench.run("sources", "-w", opened);

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out() + answer.err())
                .contains("This workspace came out of an export, which holds no connections."
                        + " What is here was read from: sample-aws, sample-kubernetes, sample-openbao.")
                .doesNotContain("curfew sample");
    }

    @Test
    void plainHttpToAnotherMachineIsRefusedAndNotKept() {
        String token = bench.file("bao-token", "s.whatever").toString();

        Answer answer = bench.run(
                "connect", "openbao", "bao", "--address", "http://example.org:8200", "--read-credential", token);

        assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err())
                .contains("Nothing was connected: plain HTTP to example.org")
                .contains("--allow-plain-http");
        assertThat(bench.json("connection", "list").items().findValuesAsText("name"))
                .doesNotContain("bao");
    }

    @Test
    void nothingIsIssuedOnTheSample() {
        bench.addOfficer("ada");
        bench.addOfficer("bo");
        Answer asked = bench.as(
                "ada",
                "request",
                "sample-openbao:policy/break-glass",
                "--for",
                "15m",
                "--reason",
                "to see what happens");
        String request = asked.item().path("id").asText();
        assertThat(bench.as("bo", "approve", request).exitCode()).isZero();

        Answer issued = bench.as("ada", "issue", request, "--reveal");

        assertThat(issued.exitCode()).isEqualTo(1);
        assertThat(issued.err()).contains("Curfew does not act on sample-openbao");
    }

    @Test
    void progressIsWrittenOnlyWhereItIsAskedFor() {
        assertThat(bench.json("sync", "sample-aws").err()).isEmpty();
        assertThat(bench.json("sync", "sample-aws", "--progress").err()).isNotEmpty();
    }

    @Test
    void theTableIsForPeopleAndItsNotesAreNotOnStandardOutput() {
        Answer answer = bench.run("identities", "--source", "sample-aws", "ci-deployer");

        assertThat(answer.out().lines()).hasSize(2);
        assertThat(answer.out()).startsWith("ID ").contains("sample-aws:" + CI_ROLE);
        assertThat(answer.err()).contains("1 line, from snapshot").contains("Not read whole: ");
    }
}
