package dev.curfew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.connector.Connectors;
import dev.curfew.model.kind.SourceKind;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What a credential must be allowed is printed as it stands in a file: tests of each connector read with just that.
class ConnectCheckTest {
    @TempDir
    private Path home = Path.of("");

    @TestFactory
    List<DynamicTest> printsWhatTheCredentialsMustBeAllowed() {
        return Connectors.kinds().all().stream()
                .filter(SourceKind::isServer)
                .map(kind -> DynamicTest.dynamicTest(kind.id(), () -> {
                    Answer reading = bench().run("connect", kind.word(), "--check");
                    Answer acting = bench().run("connect", kind.word(), "--check", "--acting");

                    assertThat(reading.exitCode()).as(reading.err()).isZero();
                    assertThat(reading.out()).isEqualTo(kind.needs(false).orElseThrow());
                    assertThat(acting.out())
                            .isEqualTo(kind.needs(true).orElseThrow())
                            .isNotEqualTo(reading.out());
                }))
                .toList();
    }

    @Test
    void withoutItANameAndAnAddressAreNeeded() {
        Answer answer = bench().run("connect", "openbao");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("curfew connect openbao prod-bao --address");
    }

    @Test
    void actingAloneSaysWhatItIsFor() {
        Answer answer = bench().run("connect", "openbao", "bao", "--acting");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("--check");
    }

    private CommandBench bench() {
        return new CommandBench(home, Clock.systemUTC());
    }
}
