package dev.curfew.app.chain.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A key in production is deleted by two officers on two machines, and by nobody less.
@WithMoto
class TwoOfficersChainTest {

    @Test
    void whatCannotBeBroughtBackInProductionTakesTwoOfficersOnTwoMachines(Moto moto, @TempDir Path folder)
            throws Exception {
        CommandBench bench = new CommandBench(Files.createDirectory(folder.resolve("one")), Clock.systemUTC());
        CommandBench other = new CommandBench(Files.createDirectory(folder.resolve("other")), Clock.systemUTC());
        moto.reset();
        Moto.AccessKey own = moto.administrator("curfew");
        Moto.AccessKey leaked = moto.administrator("ci-runner");
        bench.run("init");
        Shipped.connect(bench, "prod", moto, own, "--environment", "production");
        bench.run("sync");
        bench.addOfficer("ada");
        bench.addOfficer("bo");
        String plan = bench.as("ada", "revoke", "plan", leaked.id(), "--reason", "leaked")
                .item()
                .path("id")
                .asText();

        Answer alone = bench.as("ada", "revoke", "run", plan);
        assertThat(alone.exitCode()).isEqualTo(1);
        assertThat(alone.err()).contains("needs one more officer", "two-officers-delete-in-production");
        assertThat(moto.accessKeys("ci-runner")).containsEntry(leaked.id(), "Active");
        Answer waiting = bench.json("revoke", "list");
        assertThat(waiting.item().at("/signedBy/0").asText()).isEqualTo("ada");
        assertThat(waiting.item().path("waitsFor").asText()).contains("one more officer");

        assertThat(bench.as("bo", "revoke", "approve", plan).err()).contains("one more officer");
        Answer second = on(other, bench, "bo", "revoke", "approve", plan);
        assertThat(second.err()).as(second.out()).contains("No signature is missing");

        Answer ran = bench.as("ada", "revoke", "run", plan);
        assertThat(ran.items()).hasSize(2);
        assertThat(ran.err().lines())
                .as("the board: each act, and the last try")
                .anyMatch(line -> line.matches(" *\\+\\d+\\.\\d\\d s  done +aws\\.deactivate-access-key  .*"))
                .anyMatch(line -> line.matches(" *\\+\\d+\\.\\d\\d s  tried .*" + leaked.id() + ".*"));
        assertThat(moto.accessKeys("ci-runner")).isEmpty();
        assertThat(bench.run("ledger", "verify").exitCode()).isZero();
    }

    /// On another machine, on the same workspace.
    private static Answer on(CommandBench machine, CommandBench workspace, String officer, String... arguments) {
        Map<String, String> environment = workspace.environment();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--officer",
                officer,
                "--officer-passphrase-file",
                workspace.home().resolve(officer + "-passphrase").toString()));
        return machine.bare(environment, "", List.of(), all.toArray(String[]::new));
    }
}
