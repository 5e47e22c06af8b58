package dev.curfew.app.chain.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.testbed.OpenBao;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// What is said of tokens of an OpenBao that leaked, in the forms in which somebody finds them. The server stops last.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeakedTokenTest {
    private static final String NOBODYS = "No connected source knows this value";

    private final OpenBao openBao = OpenBao.start();
    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());
    private OpenBao.Token leaky = new OpenBao.Token("", "");

    @BeforeAll
    void aServer(@TempDir Path folder) {
        bench = new CommandBench(folder, Clock.systemUTC());
        bench.run("init");
        leaky = openBao.orphan("default");
        new BaoPlace(openBao, 0).connect(bench);
        Answer unread = leaked(leaky.value());
        assertThat(unread.items().findValuesAsText("credential"))
                .as("before it was read too: %s", unread.err())
                .containsExactly("bao:" + leaky.accessor());
        assertThat(bench.run("sync").exitCode()).isZero();
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
    }

    @AfterAll
    void stop() {
        openBao.close();
    }

    private Answer leaked(String text) {
        return bench.json("leaked", "--leaked-file", bench.file("found", text).toString());
    }

    /// Made by whoever holds the policies to give: root, or another token that lives on.
    private String batch(Map<String, Object> order) {
        Map<String, Object> all = new HashMap<>(order);
        all.putAll(Map.of("type", "batch", "policies", List.of("default"), "ttl", "1h"));
        return openBao.write("auth/token/create", all).text("/auth/client_token");
    }

    @Test
    @Order(1)
    void aBatchTokenIsKnownThoughItCannotBeNamed() {
        Answer answer = leaked(batch(Map.of()));

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err())
                .contains("bao knows this value", "a batch token with the policies default, valid until 2")
                .contains("cannot be revoked by itself", "It ends with its parent")
                .doesNotContain(NOBODYS);
        assertThat(leaked(batch(Map.of("no_parent", true))).err()).contains("it has no parent to end with");
    }

    @Test
    @Order(2)
    void ofWhatLooksLikeNoTokenTheServerIsNotAskedAndThatIsSaid() {
        openBao.write("auth/token/create", Map.of("id", "chosen-by-somebody", "policies", List.of("default")));

        Answer answer = leaked("chosen-by-somebody");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err())
                .contains("bao was not asked: the value looks neither like a token", "bao token lookup")
                .doesNotContain(NOBODYS);
    }

    @Test
    @Order(3)
    void theTokenIsFoundAmongTheWordsAroundIt() {
        String text = "export VAULT_TOKEN=" + leaky.value() + "  # found in log\n";

        assertThat(leaked(text).items().get(0).path("credential").asText()).isEqualTo("bao:" + leaky.accessor());
        assertThat(leaked("nothing here\nlooks like one").err()).contains("The text of 2 lines was taken as one value");
    }

    @Test
    @Order(3)
    void aTokenThatStandsForNoEntityIsTheInventorysRow() {
        JsonNode leaked = leaked(leaky.value()).items().get(0);
        JsonNode listed = bench.json("identities", "--kind", "openbao.token")
                .items()
                .valueStream()
                .filter(row -> row.path("id").asText().equals("bao:" + leaky.accessor()))
                .findFirst()
                .orElseThrow();

        assertThat(leaked.path("name").asText())
                .isEqualTo(listed.path("name").asText())
                .isNotEmpty();
        assertThat(leaked.path("owner").asText()).isEqualTo("none");
        assertThat(leaked.path("identity").asText()).isEmpty();
    }

    @Test
    @Order(4)
    void ofTwoTokensInOneTextBothAreToldAndNeitherIsCutOff() {
        OpenBao.Token other = openBao.orphan("default");
        String text = leaky.value() + "\n" + other.value() + "\n";

        assertThat(leaked(text).items())
                .extracting(row -> row.path("credential").asText())
                .containsExactlyInAnyOrder("bao:" + leaky.accessor(), "bao:" + other.accessor());
        Answer killed = kill(text);

        assertThat(killed.exitCode()).isEqualTo(1);
        assertThat(killed.err()).contains("2 tokens stand in the text", "bao:" + leaky.accessor());
        assertThat(bench.json("revoke", "list").items()).isEmpty();
    }

    private Answer kill(String text) {
        String file = bench.file("found", text).toString();
        return bench.as("ada", "kill", "--leaked-file", file, "--reason", "found in a log");
    }

    @Test
    @Order(5)
    void cutOffItIsTriedWithTheTokenAlone() {
        Answer killed = kill("VAULT_TOKEN=" + leaky.value() + " # found in log");

        assertThat(killed.exitCode()).as(killed.err()).isZero();
        assertThat(killed.items().at("/0/credential").asText()).isEqualTo("bao:" + leaky.accessor());
        assertThat(killed.items().at("/0/proof/state").asText()).isEqualTo("Proved");
        assertThat(bench.seen()).doesNotContain(leaky.value());
    }

    @Test
    @Order(6)
    void whatWasRevokedFromHereIsKnownAfterTheSourceForgotIt() {
        assertThat(bench.run("sync").exitCode()).isZero();
        String id = "bao:" + leaky.accessor();
        String told = id + " was revoked by plan ";

        assertThat(leaked(leaky.value()).err())
                .contains(told, "refused 3 of 3 times", "curfew revoke verify p-")
                .doesNotContain(NOBODYS);
        assertThat(bench.run("leaked", id).err()).contains(told);
        assertThat(bench.as("ada", "kill", leaky.accessor(), "--reason", "again")
                        .err())
                .contains(told);
        assertThat(bench.run("leaked", "bao:nothing").err()).contains("it may have ended already");
    }

    @Test
    @Order(7)
    void whoeverGivesANameForAnIdIsToldWhereIdsAreListed() {
        assertThat(bench.as("ada", "kill", "token-svc-a", "--reason", "drill").err())
                .contains("curfew identities", "curfew kill --agent");
    }

    @Test
    @Order(7)
    void aListOfPeopleIsNoSourceThatCouldHaveKnownTheValue() {
        OpenBao.Token dead = openBao.orphan("default");
        openBao.write("auth/token/revoke-accessor", Map.of("accessor", dead.accessor()));
        String staff =
                bench.file("staff.csv", "Email,Login\nada@example.org,ada\n").toString();
        assertThat(bench.run("import", "people", staff, "--email-column", "Email", "--user-column", "Login")
                        .exitCode())
                .isZero();

        assertThat(leaked(dead.value()).err())
                .contains(NOBODYS)
                .doesNotContain("was not asked", "not every source was asked");
    }

    @Test
    @Order(8)
    void aRevocationIsProvedWithTheTokenAmongTheWordsOfItsFile() {
        OpenBao.Token last = openBao.orphan("default");
        assertThat(bench.run("sync").exitCode()).isZero();
        String plan = bench.as("ada", "revoke", "plan", last.accessor(), "--reason", "it leaked")
                .item()
                .path("id")
                .asText();

        Answer both = run(plan, last.value() + "\n" + leaky.value());
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.err()).contains("2 tokens stand in", "nothing was done");
        assertThat(openBao.call("POST", "auth/token/lookup-accessor", Map.of("accessor", last.accessor()))
                        .status())
                .isEqualTo(200);

        Answer one = run(plan, "VAULT_TOKEN=" + last.value() + " # found in log\n");
        assertThat(one.exitCode()).as(one.err()).isZero();
        assertThat(one.item().at("/proof/state").asText()).isEqualTo("Proved");
    }

    private Answer run(String plan, String text) {
        return bench.as(
                "ada",
                "revoke",
                "run",
                plan,
                "--value-file",
                bench.file("value", text).toString());
    }

    @Test
    @Order(9)
    void ofAServerThatIsDownNothingIsKnownAndNoRightIsMissing() {
        String living = openBao.orphan("default").value();
        openBao.kill();

        Answer answer = leaked(living);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err())
                .contains("bao did not say", "is not known: not every source was asked")
                .doesNotContain(NOBODYS, "auth/token/lookup");
    }
}
