package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// A leaked AWS access key, from finding it to the proof that it is refused. moto lets a deactivated key go on working,
/// so that the honest answer to deactivating is "still works". The tests are the steps of one story.
@WithMoto
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AwsChainTest {
    private Path home = Path.of("");
    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());
    private Moto.Enforcement enforcement = () -> {};
    private String leakedId = "";
    private String leakedSecret = "";
    private String ownSecret = "";
    private Path value = Path.of("");

    @BeforeAll
    void anAccountAndAMachine(Moto moto, @TempDir Path folder) {
        home = folder;
        bench = new CommandBench(home, Clock.systemUTC());
        moto.reset();
        Moto.AccessKey own = moto.administrator("curfew");
        Moto.AccessKey leaked = moto.administrator("ci-runner");
        ownSecret = own.secret().reveal();
        leakedId = leaked.id();
        leakedSecret = leaked.secret().reveal();
        enforcement = moto.enforceAuthentication();
        value = bench.file("leaked.key", leakedSecret + "\n");
        bench.run("init");
        Shipped.connect(bench, "prod", moto, own, "--environment", "test");
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
    }

    @AfterAll
    void nothingIsEnforcedAnyMore() {
        enforcement.close();
    }

    @AfterEach
    void noSecretIsInAnyCommandLine() throws IOException {
        Traces.assertInNoCommandLine(leakedSecret);
        Traces.assertInNoCommandLine(ownSecret);
    }

    @Test
    @Order(1)
    void theKeyAndItsHolderAreFound() {
        Answer synced = bench.json("sync");

        assertThat(synced.exitCode()).as(synced.err()).isZero();
        assertThat(bench.json("identities", "--kind", "aws.user", "ci-runner")
                        .item()
                        .path("credentials")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    @Order(2)
    void whatItReachesFailsTheBuildThatAsksForIt() {
        String holder = "arn:aws:iam::" + Moto.ACCOUNT + ":user/ci-runner";

        assertThat(bench.json("reach", holder).exitCode()).isZero();
        assertThat(bench.json("reach", holder, "--fail-on", "administrator").exitCode())
                .isEqualTo(1);
    }

    @Test
    @Order(3)
    void withoutTheValueDeletingWouldNotBeProvable() {
        Answer planned = bench.as("ada", "revoke", "plan", leakedId, "--deactivate", "--reason", "first look");
        assertThat(planned.exitCode()).as(planned.err()).isZero();

        Answer ran = bench.as("ada", "revoke", "run", planned.item().path("id").asText());

        assertThat(ran.exitCode()).as(ran.err() + ran.out()).isEqualTo(1);
        assertThat(ran.item().at("/proof/state").asText()).isEqualTo("NotProvable");
        assertThat(ran.item().at("/proof/listing/state").asText()).isEqualTo("Listed");
        assertThat(ran.item().at("/proof/listing/active").asBoolean()).isFalse();
    }

    @Test
    @Order(4)
    void deletedItIsProvedByRefusals() {
        Answer planned = bench.as("ada", "revoke", "plan", leakedId, "--reason", "leaked in a build log");
        assertThat(planned.exitCode()).as(planned.err()).isZero();

        Answer ran =
                bench.as("ada", "revoke", "run", planned.item().path("id").asText(), "--value-file", value.toString());

        assertThat(ran.exitCode()).as(ran.err() + ran.out()).isZero();
        assertThat(ran.items())
                .filteredOn(item -> !item.path("proof").isNull())
                .extracting(item -> item.at("/proof/state").asText())
                .contains("Proved");
    }

    @Test
    @Order(5)
    void noSecretIsLeftAnywhere() throws IOException {
        Traces.assertNowhere(leakedSecret, home, Set.of(value), bench.seen());
        Traces.assertNowhere(
                ownSecret, home, Set.of(home.resolve("prod-read"), home.resolve("prod-act")), bench.seen());
    }
}
