package dev.curfew.app.chain.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.testbed.OpenBao;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// What is said of tokens of an OpenBao that leaked, in the forms in which somebody finds them. The server stops last.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeakedTokenTest {
    private static final String NOBODYS = "No connected source knows this value";

    private final OpenBao openBao = OpenBao.start();
    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());
    private OpenBao.Token leaky = new OpenBao.Token("", "");

    @BeforeAll
    void aServer(@TempDir Path folder) {
        bench = new CommandBench(folder, Clock.systemUTC());
        bench.run("init");
        leaky = openBao.orphan("default");
        new BaoPlace(openBao, 0).connect(bench);
        assertThat(bench.run("sync").exitCode()).isZero();
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
    }

    @AfterAll
    void stop() {
        openBao.close();
    }

    private Answer leaked(String text) {
        return bench.json("leaked", "--leaked-file", bench.file("found", text).toString());
    }

    @Test
    @Order(9)
    void ofAServerThatIsDownNothingIsKnownAndNoRightIsMissing() {
        openBao.kill();

        Answer answer = leaked(leaky.value());

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err())
                .contains("bao did not say", "is not known: not every source could be asked")
                .doesNotContain(NOBODYS, "auth/token/lookup");
    }
}
