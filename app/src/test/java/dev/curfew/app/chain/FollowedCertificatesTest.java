package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.usecase.source.Following;
import dev.curfew.app.usecase.source.NewConnection;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.RealServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An open workspace follows an OpenBao with certificates: the server's own audit file tells which of them it reads.
@RealServer
class FollowedCertificatesTest {
    private static final Duration CALM = Duration.ofSeconds(3);
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void whatTheFirstWholeReadingReadIsNotReadAgainWithTheFirstChange(@TempDir Path home)
            throws IOException, InterruptedException {
        Path audit = home.resolve("audit.log");
        try (OpenBao openBao = OpenBao.startAudited(audit);
                SampleWorkspace workspace = SampleWorkspace.live()) {
            openBao.write("sys/mounts/pki", Map.of("type", "pki"));
            openBao.write("pki/root/generate/internal", Map.of("common_name", "root", "ttl", "24h"));
            openBao.write("pki/roles/web", Map.of("allow_any_name", true, "ttl", "1h"));
            String old = issue(openBao);
            SourceName bao = new SourceName("bao");
            URI address = openBao.address();
            workspace
                    .desk()
                    .sources()
                    .connect(new NewConnection(
                            bao, "openbao", address, openBao.rootToken(), openBao.rootToken(), Map.of()));
            workspace.desk().sources().sync(bao, Progress.SILENT);
            try (Following following = workspace.desk().sources().follow(_ -> {})) {
                following.update();
                await(() -> readings(audit, old) == 2);
                Thread.sleep(CALM);

                String fresh = issue(openBao);
                await(() -> readings(audit, fresh) > 0);
                Thread.sleep(CALM);

                assertThat(readings(audit, old))
                        .as("by the sync and the whole reading")
                        .isEqualTo(2);
            }
        }
    }

    private static String issue(OpenBao openBao) {
        return openBao.write("pki/issue/web", Map.of("common_name", "a.example"))
                .text("/data/serial_number");
    }

    private static long readings(Path audit, String serial) {
        try (Stream<String> lines = Files.lines(audit)) {
            return lines.filter(line -> line.contains("\"type\":\"response\"")
                            && line.contains("\"path\":\"pki/cert/" + serial + "\""))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(BooleanSupplier seen) throws InterruptedException {
        long began = System.nanoTime();
        while (!seen.getAsBoolean() && System.nanoTime() - began < SOON.toNanos()) {
            Thread.sleep(50);
        }
        assertThat(seen.getAsBoolean()).isTrue();
    }
}
