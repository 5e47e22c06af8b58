package dev.curfew.connector.openbao;

import dev.curfew.connector.killed.KilledOnTheWay;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server of its own, which keeps what it holds on disk, for it is killed.
@WithOpenBao
class OpenBaoKilledTest {

    @Test
    void aServerThatIsKilledOnTheWayAndComesBackLosesAndInventsNothing(@TempDir Path folder)
            throws InterruptedException {
        try (OpenBao own = OpenBao.startKept(folder)) {
            own.write("sys/auth/approle", Map.of("type", "approle"));
            for (int i = 0; i < 30; i++) {
                own.policy("app-" + i, "path \"secret/data/app-" + i + "/*\" { capabilities = [\"read\"] }");
                own.write("auth/approle/role/app-" + i, Map.of("token_policies", "app-" + i));
                Connected.token(own, "app-" + i);
            }
            try (Connected connected = Connected.with(own)) {
                new KilledOnTheWay(connected.observer(), own::kill, own::startAgain, Set.of())
                        .losesAndInventsNothing("policies", true);
            }
        }
    }
}
