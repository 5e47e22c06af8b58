package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A key that reads objects all day is in no trail that is not told to log them. Where IAM may not be asked either,
/// nothing is known of its use.
@WithMoto
class AwsQuietTest {
    @Test
    void thatATrailDoesNotTellOfAKeyIsNoProofThatNobodyUsesIt(Moto moto, @TempDir Path home) throws IOException {
        moto.reset();
        Moto.AccessKey acting = moto.administrator("curfew-act");
        Moto.AccessKey reading = reader(moto);
        moto.iam("CreateUser", Map.of("UserName", "ci-runner")).ok();
        String old = moto.accessKey("ci-runner").id();
        Path trail = Files.createDirectories(home.resolve("trail"));
        try (Moto.Enforcement _ = moto.enforceAuthentication()) {
            CommandBench bench = new CommandBench(home, Clock.systemUTC());
            bench.run("init");
            bench.connect(
                    "aws",
                    "prod",
                    moto.endpoint().toString(),
                    Shipped.line(reading),
                    Shipped.line(acting),
                    "--environment",
                    "test",
                    "--audit-file",
                    trail.toString());
            bench.addOfficer("ada");
            bench.run("sync");
            Files.writeString(trail.resolve("a.json"), trailWithoutAGap(reading));
            Answer started = bench.as("ada", "rotate", "start", old, "--reason", "rotation", "--", "cat");
            assertThat(started.exitCode()).as(started.err()).isZero();
            String rotation = started.item().path("id").asText();

            CommandBench later = new CommandBench(home, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(90)));
            Answer look = later.json("rotate", "look", rotation);
            Answer cut = later.as("ada", "rotate", "cut", rotation, "--quiet", "1h");

            assertThat(look.item().path("said").asText()).startsWith("not known: ");
            assertThat(cut.exitCode()).as(cut.out()).isEqualTo(1);
            assertThat(cut.err()).contains("--although unknown");
        }
    }

    private static Moto.AccessKey reader(Moto moto) {
        String policy = Shipped.needs("aws", false)
                .replaceAll("\"iam:(?:GetAccessKeyLastUsed|GenerateCredentialReport|GetCredentialReport)\",", "");
        moto.iam("CreateUser", Map.of("UserName", "curfew-read")).ok();
        moto.iam("PutUserPolicy", Map.of("UserName", "curfew-read", "PolicyName", "reads", "PolicyDocument", policy))
                .ok();
        return moto.accessKey("curfew-read");
    }

    /// From before the handing over until later, by somebody else.
    private static String trailWithoutAGap(Moto.AccessKey other) {
        Instant begin = Instant.now().minus(Duration.ofMinutes(30));
        return CloudTrailLines.file(IntStream.range(0, 7)
                .mapToObj(number -> CloudTrailLines.record(
                        begin.plus(Duration.ofMinutes(20L * number)),
                        CloudTrailLines.user("curfew-read", other.id()),
                        "iam",
                        "ListUsers",
                        "\"readOnly\":true"))
                .toArray(String[]::new));
    }
}
