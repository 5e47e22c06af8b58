package dev.curfew.app.cli.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is refused before anybody is asked to sign.
class RegisterCommandTest {
    @Test
    void aPasswordInTheReceiversAddressIsRefusedAndNotRepeated(@TempDir Path home) {
        CommandBench bench = new CommandBench(home, Clock.systemUTC());
        Answer refused = bench.as(
                "ada",
                "break-glass",
                "register",
                "emergency",
                "--source",
                "bao",
                "--credential-file",
                "emergency.txt",
                "--canary",
                "secret/data/canary",
                "--alert",
                "https://ada:hunter2@siem.example/alerts");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("no password in it").doesNotContain("hunter2");
    }
}
