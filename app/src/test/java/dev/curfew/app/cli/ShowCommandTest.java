package dev.curfew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShowCommandTest {

    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());

    @BeforeAll
    void theSampleIsOpen(@TempDir Path home) {
        bench = CommandBench.withTheSample(home);
    }

    @Test
    void aThingIsShownWithItsCredentialsAndWhatIsKnownOfTheirUse() {
        String id = "sample-aws:arn:aws:iam::111122223333:role/ci-deployer";

        Answer shown = bench.json("show", id);

        assertThat(shown.exitCode()).as(shown.err()).isZero();
        assertThat(shown.item().path("id").asText()).isEqualTo(id);
        assertThat(shown.item().at("/usage/state").asText()).isIn("seen", "none-seen", "not-observed");
        assertThat(bench.run("show", id).out()).contains("EVIDENCE", "ci-deployer");
    }

    @Test
    void whereAnIdentityStandsIsShownWithWhatMovedIt() {
        String id = "sample-aws:arn:aws:iam::111122223333:role/ci-deployer";

        Answer shown = bench.json("show", id);

        assertThat(shown.item().at("/lifecycle/state").asText()).isEqualTo("ACTIVE");
        assertThat(shown.item().at("/lifecycle/movedBy").asText()).isNotBlank();
        assertThat(shown.err()).contains("It is active: ");
        Set<String> listed = new TreeSet<>();
        for (JsonNode identity : bench.json("identities").items()) {
            listed.add(identity.at("/lifecycle/state").asText("none"));
            if (identity.path("id").asText().equals(id)) {
                assertThat(identity.path("lifecycle")).isEqualTo(shown.item().path("lifecycle"));
            }
        }
        assertThat(listed).contains("ACTIVE", "DORMANT");
        assertThat(bench.run("identities").out()).contains("STATE");
    }

    /// Null is not never, and none seen is not none: each says what it rests on.
    @Test
    void whatIsNotKnownIsNeverSaidToBeUnused() {
        Map<String, String> examples = new TreeMap<>();
        for (JsonNode identity : bench.json("identities").items()) {
            examples.putIfAbsent(
                    identity.at("/lastUse/state").asText(), identity.path("id").asText());
        }
        assertThat(examples.keySet()).contains("seen", "none-seen");
        for (String id : examples.values()) {
            JsonNode usage = bench.json("show", id).items().get(0).path("usage");
            String basis = usage.path("state").asText().equals("not-observed") ? "/reason" : "/quality/record";
            assertThat(usage.at(basis).asText()).as(id).isNotBlank();
        }
    }
}
