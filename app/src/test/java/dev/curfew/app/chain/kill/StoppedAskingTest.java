package dev.curfew.app.chain.kill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.chain.CloudTrailLines;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.run.CurfewProcess;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A record that takes minutes to read is asked after a key was cut off, and somebody stops the asking.
@WithMoto
class StoppedAskingTest {
    /// Some 15 GB of text.
    private static final int PARTS = 600;

    private static final int RECORDS_OF_A_PART = 50_000;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process is interrupted by a signal")
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
        writeLongRecord(trail.resolve("a.json.gz"));

        try (CurfewProcess curfew = CurfewProcess.startHearing(
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

    /// Files of several members, one after the other, are as good as one.
    private static void writeLongRecord(Path file) throws IOException {
        String record = CloudTrailLines.record(
                        Instant.now(), CloudTrailLines.user("report", "AKIAREPORT"), "s3", "ListBuckets", "")
                .replace("\n", "");
        byte[] part = packed((record + ",").repeat(RECORDS_OF_A_PART));
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(packed("{\"Records\":["));
            for (int i = 0; i < PARTS; i++) {
                out.write(part);
            }
            out.write(packed(record + "]}"));
        }
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
