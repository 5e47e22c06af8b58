package dev.curfew.app.cli.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `curfew leaked` of what cannot be cut off from here.
class LeakedCommandTest {
    private static final String KEY = "sample-aws:AKIASAMPLEBREAKGLAS1";

    @Test
    void howFarItGetsIsToldAndNobodyIsSentToCutItOff(@TempDir Path home) throws IOException {
        CommandBench bench = CommandBench.withTheSample(home);

        Answer table = bench.run("leaked", KEY);
        assertThat(table.out()).contains("everything: administrator");
        assertThat(table.err())
                .contains("Nothing of it can be cut off from here")
                .doesNotContain("curfew kill");

        JsonNode leaked = new ObjectMapper()
                .readTree(bench.json("leaked", KEY).out())
                .path("items")
                .path(0);
        assertThat(leaked.path("preview").isNull()).isTrue();
        assertThat(leaked.path("reach").path("administrator").asBoolean()).isTrue();
        assertThat(leaked.path("reach").path("reached").asLong()).isPositive();
    }
}
