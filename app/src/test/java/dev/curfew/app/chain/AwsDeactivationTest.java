package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A key that goes on working after it was deactivated, as on moto, is never reported as gone. It takes the two minutes
/// that a refusal is waited for.
@WithMoto
class AwsDeactivationTest {

    @Test
    void aKeyThatStillWorksIsSaidToAndEndsWithOne(Moto moto, @TempDir Path home) {
        CommandBench bench = new CommandBench(home, Clock.systemUTC());
        moto.reset();
        Moto.AccessKey own = moto.administrator("curfew");
        Moto.AccessKey leaked = moto.administrator("ci-runner");
        try (Moto.Enforcement _ = moto.enforceAuthentication()) {
            Path value = bench.file("leaked.key", leaked.secret().reveal());
            bench.run("init");
            Shipped.connect(bench, "prod", moto, own, "--environment", "test");
            bench.run("sync");
            bench.addOfficer("ada");
            Answer planned =
                    bench.as("ada", "revoke", "plan", leaked.id(), "--deactivate", "--reason", "leaked in a build log");

            Answer ran = bench.as(
                    "ada", "revoke", "run", planned.item().path("id").asText(), "--value-file", value.toString());

            assertThat(ran.exitCode()).as(ran.err() + ran.out()).isEqualTo(1);
            assertThat(ran.item().path("state").asText()).isEqualTo("ACTED");
            assertThat(ran.item().at("/proof/state").asText()).isEqualTo("StillWorks");
        }
    }
}
