package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.connector.openbao.OpenBaoConnector;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether a token went quiet that is being replaced, by the audit file: OpenBao itself tells of no last use.
@WithOpenBao
class OpenBaoQuietTest {
    @Test
    void theAuditFileTellsWhetherTheOldOneIsUsedStill(@TempDir Path home) throws InterruptedException {
        Path audit = home.resolve("audit.log");
        try (OpenBao openBao = OpenBao.startAudited(audit)) {
            CommandBench bench = new CommandBench(home, Clock.systemUTC());
            OpenBao.Token old = worker(openBao);
            String rotation = rotation(bench, openBao, audit, old);

            assertThat(said(bench, rotation)).startsWith("no use recorded (").contains(audit.toString());

            use(openBao, old);
            assertThat(said(bench, rotation)).startsWith("last used ").contains("127.0.0.1");
            Answer early = bench.as("ada", "rotate", "cut", rotation, "--quiet", "1h");
            assertThat(early.exitCode()).isEqualTo(1);
            assertThat(early.err()).contains("is not quiet yet: last used ", "--although used");

            Thread.sleep(Duration.ofSeconds(3));
            Answer cut = bench.as("ada", "rotate", "cut", rotation, "--quiet", "2s");
            assertThat(cut.err()).doesNotContain("--although");
            assertThat(cut.items().get(0).path("state").asText()).as(cut.err()).isEqualTo("ACTED");
            assertThat(openBao.call("GET", "secret/data/door", Map.of(), old.value())
                            .status())
                    .isEqualTo(403);
        }
    }

    /// The file is brought from elsewhere, and no more of it comes after the last use.
    @Test
    void ofTheTimeAfterTheFileEndsNothingIsKnown(@TempDir Path home) throws IOException, InterruptedException {
        Path audit = home.resolve("audit.log");
        Path brought = home.resolve("brought.log");
        try (OpenBao openBao = OpenBao.startAudited(audit)) {
            OpenBao.Token old = worker(openBao);
            Files.copy(audit, brought);
            String rotation = rotation(new CommandBench(home, Clock.systemUTC()), openBao, brought, old);
            use(openBao, old);
            Files.copy(audit, brought, StandardCopyOption.REPLACE_EXISTING);
            use(openBao, old);

            CommandBench later = new CommandBench(home, Clock.offset(Clock.systemUTC(), Duration.ofHours(3)));
            assertThat(said(later, rotation)).startsWith("last used ").contains("it ends at ");
            assertThat(later.as("ada", "rotate", "cut", rotation, "--quiet", "1d")
                            .err())
                    .contains("is not quiet yet: last used ");
            Answer cut = later.as("ada", "rotate", "cut", rotation, "--quiet", "2h");

            assertThat(cut.exitCode()).as(cut.out()).isEqualTo(1);
            assertThat(cut.err())
                    .contains("is still used is not known: last used ", "it ends at ", "--although unknown");
            use(openBao, old);
        }
    }

    private static OpenBao.Token worker(OpenBao openBao) {
        openBao.policy("worker", "path \"secret/data/door\" { capabilities = [\"read\"] }");
        openBao.write("secret/data/door", Map.of("data", Map.of("code", "x")));
        return openBao.orphan("worker");
    }

    private static String rotation(CommandBench bench, OpenBao openBao, Path audit, OpenBao.Token old) {
        openBao.policy("hash", "path \"sys/audit-hash/file\" { capabilities = [\"update\"] }");
        openBao.policy("curfew-read", Shipped.needs("openbao", false));
        openBao.policy("curfew-act", Shipped.text(OpenBaoConnector.class, "act-policy.hcl"));
        bench.run("init");
        bench.connect(
                "openbao",
                "bao",
                openBao.address().toString(),
                openBao.orphan("curfew-read", "hash").value(),
                openBao.orphan("curfew-act").value(),
                "--audit-file",
                audit.toString());
        assertThat(bench.run("sync").exitCode()).isZero();
        bench.addOfficer("ada");
        Answer started = bench.as("ada", "rotate", "start", old.accessor(), "--reason", "rotation", "--", "cat");
        assertThat(started.exitCode()).as(started.err()).isZero();
        return started.item().path("id").asText();
    }

    private static void use(OpenBao openBao, OpenBao.Token token) {
        openBao.call("GET", "secret/data/door", Map.of(), token.value()).ok();
    }

    private static String said(CommandBench bench, String rotation) {
        return bench.json("rotate", "look", rotation).item().path("said").asText();
    }
}
