package dev.curfew.connector.openbao;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.port.ChangeFeed;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server of its own, which is put back to what it held before.
@WithOpenBao
class OpenBaoRestoredTest {
    private static final List<String> KEPT = List.of("vault.db", "raft/raft.db");

    @Test
    void aRevokedCertificateThatIsGoodAgainIsToldByTheFeed(@TempDir Path folder, @TempDir Path backup)
            throws InterruptedException, IOException {
        try (OpenBao own = OpenBao.startKept(folder)) {
            own.write("sys/mounts/pki", Map.of("type", "pki"));
            own.write("pki/root/generate/internal", Map.of("common_name", "root", "ttl", "24h"));
            own.write("pki/roles/web", Map.of("allow_any_name", true, "ttl", "1h"));
            String serial = own.write("pki/issue/web", Map.of("common_name", "a.example"))
                    .text("/data/serial_number");
            try (Connected connected = Connected.with(own);
                    ChangeFeed feed = connected.changes()) {
                own.kill();
                copy(folder, backup);
                own.startAgain();
                own.write("pki/revoke", Map.of("serial_number", serial));
                assertThat(good(feed)).hasSize(1).doesNotContain("certificate/pki/" + serial);

                own.kill();
                copy(backup, folder);
                own.startAgain();

                assertThat(good(feed)).hasSize(2).contains("certificate/pki/" + serial);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (String name : KEPT) {
            Files.createDirectories(to.resolve(name).getParent());
            Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<String> good(ChangeFeed feed) throws InterruptedException {
        return feed.read(Set.of("certificates"), Progress.SILENT).facts().stream()
                .filter(Credential.class::isInstance)
                .map(Credential.class::cast)
                .filter(Credential::active)
                .map(Fact::key)
                .toList();
    }
}
