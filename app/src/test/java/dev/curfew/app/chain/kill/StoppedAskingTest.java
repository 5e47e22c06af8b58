package dev.curfew.app.chain.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.run.CurfewProcess;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A record that never comes to an end is asked after a key was cut off, and somebody stops the asking.
@WithMoto
class StoppedAskingTest {
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no mkfifo")
    void whatWasDoneIsToldBeforeARecordIsAskedAndAfterTheAskingIsStopped(Moto moto, @TempDir Path home)
            throws IOException, InterruptedException {
        CommandBench bench = new CommandBench(home, Clock.systemUTC());
        moto.reset();
        Moto.AccessKey own = moto.administrator("curfew");
        Moto.AccessKey leaked = moto.administrator("ci-runner");
        String credential = own.id() + " " + own.secret().reveal();
        bench.run("init");
        Path trail = Files.createDirectories(home.resolve("AWSLogs"));
        bench.connect(
                "aws",
                "prod",
                moto.endpoint().toString(),
                credential,
                credential,
                "--audit-file",
                trail.toString(),
                "--environment",
                "test");
        bench.run("sync");
        bench.addOfficer("ada");
        Path endless = trail.resolve("a.json");
        assertThat(new ProcessBuilder("mkfifo", endless.toString()).start().waitFor())
                .isZero();

        try (RandomAccessFile _ = new RandomAccessFile(endless.toFile(), "rw");
                CurfewProcess curfew = CurfewProcess.startHearing(
                        home,
                        bench.environment(),
                        List.of(
                                "kill",
                                leaked.id(),
                                "--since",
                                "1h",
                                "--reason",
                                "it leaked",
                                "--officer",
                                "ada",
                                "--officer-passphrase-file",
                                home.resolve("ada-passphrase").toString()))) {
            curfew.await(() -> curfew.err().contains("Now records are asked"));
            assertThat(curfew.err()).contains("2 of 2 steps of plan ", leaked.id());
            assertThat(curfew.out()).isEmpty();

            Thread.sleep(500);
            assertThat(curfew.isRunning()).as(curfew.err() + curfew.out()).isTrue();
            curfew.interrupt();
            curfew.exitCode();

            assertThat(curfew.out()).as(curfew.err()).contains(leaked.id());
        }
    }
}
