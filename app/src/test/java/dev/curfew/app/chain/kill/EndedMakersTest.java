package dev.curfew.app.chain.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// OpenBao ends a token's children with it: once that is read, nobody says that they could make another.
@WithOpenBao
class EndedMakersTest {
    @Test
    void aChildThatEndedWithItMakesNothingAnyMore(@TempDir Path folder) {
        CommandBench bench = new CommandBench(folder, Clock.systemUTC());
        try (OpenBao server = OpenBao.start()) {
            server.policy("maker", "path \"auth/token/*\" { capabilities = [\"create\", \"update\", \"sudo\"] }");
            OpenBao.Token parent = server.orphan("maker");
            String child = "bao:"
                    + server.call("POST", "auth/token/create", Map.of("policies", List.of("maker")), parent.value())
                            .ok()
                            .text("/auth/accessor");
            bench.run("init");
            new BaoPlace(server, 0).connect(bench);
            bench.run("sync");
            bench.addOfficer("ada");

            Answer killed = bench.as("ada", "kill", "bao:" + parent.accessor(), "--reason", "it leaked");

            String plan = bench.json("revoke", "list").item().path("id").asText();
            assertThat(killed.item().path("reasons").toString()).contains(child, "before the act", "(Curfew's own)");
            bench.run("sync");
            Answer verified = bench.as("ada", "revoke", "verify", plan);
            assertThat(verified.item().path("reasons").toString())
                    .contains("could make a new credential", "(Curfew's own)")
                    .doesNotContain(child, "before the act");
        }
    }
}
