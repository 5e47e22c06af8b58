package dev.curfew.app.chain.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.app.run.CurfewProcess;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A key is switched off while the ledger cannot be written, the kernel refusing every byte more; afterwards the ledger
/// gets it.
@WithMoto
class FullDiskChainTest {

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "prlimit is Linux's")
    void aKeyIsSwitchedOffWithoutTheLedgerWhichHasItAfterwards(Moto moto, @TempDir Path home) throws Exception {
        CommandBench bench = new CommandBench(home, Clock.systemUTC());
        moto.reset();
        Moto.AccessKey own = moto.administrator("curfew");
        Moto.AccessKey leaked = moto.administrator("ci-runner");
        bench.run("init");
        Shipped.connect(bench, "prod", moto, own, "--environment", "test");
        bench.run("sync");
        bench.addOfficer("ada");
        int before = entries(bench);

        try (CurfewProcess curfew = CurfewProcess.startOnFullDisk(
                home,
                bench.workspace(),
                bench.environment(),
                List.of(
                        "contain",
                        leaked.id(),
                        "--reason",
                        "leaked, and the disk is full",
                        "--officer",
                        "ada",
                        "--officer-passphrase-file",
                        home.resolve("ada-passphrase").toString()))) {
            assertThat(curfew.exitCode()).as(curfew.err() + curfew.out()).isEqualTo(1);
            assertThat(curfew.err()).contains("The ledger could not be written", "curfew ratify");
            assertThat(curfew.out()).contains("NOT YET", "acted");
        }

        assertThat(moto.accessKeys("ci-runner")).containsEntry(leaked.id(), "Inactive");
        assertThat(entries(bench)).isEqualTo(before);
        Answer listed = bench.json("revoke", "list");
        String plan = listed.item().path("id").asText();
        assertThat(listed.item().path("spool").asText()).endsWith(".spool");
        assertThat(listed.err()).contains("the ledger has nothing of it yet");
        assertThat(bench.as("ada", "revoke", "run", plan).err()).contains("curfew ratify");
        String file = home.resolve("question").toString();
        assertThat(bench.as("ada", "approval", "export", plan, "--to", file).err())
                .contains("curfew ratify");

        assertTamperedIsRefused(bench, Path.of(listed.item().path("spool").asText()));

        Answer ratified = bench.as("ada", "ratify");
        assertThat(ratified.exitCode()).as(ratified.err()).isZero();
        assertThat(ratified.item().path("spool").asText()).isEmpty();
        assertThat(ratified.item().at("/records/0/state").asText()).isEqualTo("ACTED");
        assertThat(bench.run("ledger", "verify").exitCode()).isZero();
        assertThat(bench.as("ada", "ratify").err()).contains("nothing to ratify");
        assertThat(bench.as("ada", "revoke", "verify", plan).err()).doesNotContain("ratify");
    }

    private static void assertTamperedIsRefused(CommandBench bench, Path spool) throws IOException {
        String whole = Files.readString(spool);
        Files.writeString(spool, whole.replace("\"outcome\":\"ACTED\"", "\"outcome\":\"REFUSED\""));
        int before = entries(bench);
        assertThat(bench.as("ada", "ratify").err()).contains("is not believed");
        assertThat(bench.json("revoke", "list").err()).contains("is not believed");
        assertThat(entries(bench)).isEqualTo(before);
        Files.writeString(spool, whole);
    }

    private static int entries(CommandBench bench) {
        return bench.json("ledger", "list").items().size();
    }
}
