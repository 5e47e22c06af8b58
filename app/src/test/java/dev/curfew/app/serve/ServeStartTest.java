package dev.curfew.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `curfew serve` does not begin with.
class ServeStartTest {

    @Test
    void withoutTrustOrPassphraseOrPortItSaysWhatToDo(@TempDir Path home) throws IOException {
        CommandBench bench = new CommandBench(home, Clock.systemUTC());
        assertThat(bench.run("init").exitCode()).isZero();
        refused(bench.run("serve", "--port", "0"), "workload trust");

        assertThat(bench.addOfficer("bo").exitCode()).isZero();
        for (String subject : List.of("a*b", "*b", " a", "ä", "x".repeat(300))) {
            assertThat(trust(bench, subject).exitCode()).as(subject).isEqualTo(ExitCode.REFUSED);
        }
        assertThat(trust(bench, "repo:acme/*").exitCode()).isZero();
        assertThat(bench.as(
                                "bo",
                                "workload",
                                "trust",
                                "plain",
                                "--issuer",
                                "http://ci.example",
                                "--audience",
                                "a",
                                "--subject",
                                "x")
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);

        Map<String, String> withoutPassphrase =
                Map.of("CURFEW_WORKSPACE", bench.workspace().toString());
        refused(bench.bare(withoutPassphrase, "", List.of(), "serve", "--port", "0"), "--passphrase-file");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            refused(bench.run("serve", "--port", String.valueOf(taken.getLocalPort())), "--port");
        }
        refused(bench.run("serve", "--port", "70000"), "--port");

        Path export = home.resolve("estate.curfew.zip");
        Path read = home.resolve("read");
        assertThat(bench.run("export", export.toString()).exitCode()).isZero();
        assertThat(bench.run("open", export.toString(), "-w", read.toString()).exitCode())
                .isZero();
        refused(bench.run("serve", "--port", "0", "-w", read.toString()), "export");
    }

    private static Answer trust(CommandBench bench, String subject) {
        return bench.as(
                "bo",
                "workload",
                "trust",
                "ci",
                "--issuer",
                "https://ci.example",
                "--audience",
                "curfew",
                "--subject",
                subject);
    }

    private static void refused(Answer answer, String words) {
        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains(words);
    }
}
