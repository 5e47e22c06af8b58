package dev.curfew.app.chain.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.chain.CloudTrailLines;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A key leaked, and whoever has it made a user with a key, and a role. The plan that an officer signs names both: the
/// key ends too, the role is said to be left.
@WithMoto
class MadeSinceChainTest {
    private static final String CI = "arn:aws:iam::" + Moto.ACCOUNT + ":user/ci";

    @Test
    void whatTheLeakedKeyMadeIsInThePlanThatIsSigned(Moto moto, @TempDir Path home) throws IOException {
        CommandBench bench = new CommandBench(home, Clock.systemUTC());
        assertThat(bench.run("init").exitCode()).isZero();
        moto.reset();
        Moto.AccessKey own = moto.administrator("curfew");
        String leaked = key(moto, "ci");
        String made = key(moto, "eve");
        Path trail = Files.createDirectories(home.resolve("AWSLogs"));
        Files.writeString(
                trail.resolve("a.json"),
                CloudTrailLines.file(
                        record(
                                leaked,
                                "CreateAccessKey",
                                "\"requestParameters\":{\"userName\":\"eve\"},"
                                        + "\"responseElements\":{\"accessKey\":{\"accessKeyId\":\"" + made + "\"}}"),
                        record(leaked, "CreateRole", "\"requestParameters\":{\"roleName\":\"backdoor\"}")));
        Shipped.connect(bench, "aws", moto, own, "--audit-file", trail.toString(), "--environment", "test");
        assertThat(bench.run("sync").exitCode()).isZero();
        assertThat(bench.addOfficer("ada").exitCode()).isZero();

        Answer preview = bench.as("ada", "kill", leaked, "--preview", "--since", "1h", "--reason", "it leaked");

        assertThat(preview.exitCode()).as(preview.err()).isZero();
        assertThat(preview.err()).contains(made, CI + " made it, at ", "iam:CreateRole backdoor");
        Answer run = bench.as("ada", "revoke", "run", preview.item().path("id").asText());
        assertThat(run.items().findValuesAsText("credential")).contains("aws:" + leaked, "aws:" + made);
        assertThat(moto.accessKeys("eve")).doesNotContainKey(made);
        assertThat(contained(run, "aws:" + leaked)).isNotEqualTo("CONTAINED");
        assertThat(run.err()).contains("it made iam:CreateRole backdoor at ");
    }

    private static String key(Moto moto, String user) {
        moto.iam("CreateUser", Map.of("UserName", user)).ok();
        return moto.accessKey(user).id();
    }

    private static String contained(Answer run, String credential) {
        for (JsonNode row : run.items()) {
            if (row.path("credential").asText().equals(credential)) {
                return row.path("contained").asText();
            }
        }
        throw new AssertionError("nothing is told of " + credential + " in " + run.out());
    }

    private static String record(String key, String name, String more) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return CloudTrailLines.record(now, CloudTrailLines.user("ci", key), "iam", name, more);
    }
}
