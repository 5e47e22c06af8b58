package dev.curfew.app.cli.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.connector.signal.HmacSha256;
import dev.curfew.model.connection.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may signal, and the secret that a sender signs with.
class SendersCommandsTest {
    private static final String SECRET = "the first secret of the forge";
    private static final String OTHER = "the other secret of the forge";

    @TempDir
    private Path home;

    private CommandBench bench;

    @BeforeEach
    void aForge() {
        bench = CommandBench.withTheSample(home);
        for (String officer : List.of("ada", "bo")) {
            assertDone(bench.addOfficer(officer));
        }
        assertDone(bench.as("ada", "officer", "found", "--quorum", "1"));
        assertDone(add("ada", SECRET));
    }

    private static void assertDone(Answer answer) {
        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.DONE);
    }

    private Answer add(String officer, String secret) {
        return bench.as(
                officer,
                "signal",
                "senders",
                "add",
                "forge",
                "--webhook",
                "hub",
                "--secret-file",
                bench.file("forge.key", secret).toString());
    }

    private Answer archived(String secret) {
        String body = """
                {"action":"archived","repository":{"full_name":"acme/shop","archived":true,"updated_at":"%s"}}""".formatted(bench.clock().instant());
        try (Secret held = Secret.of(secret)) {
            String signature = HmacSha256.hex(held, body.getBytes(StandardCharsets.UTF_8));
            Path file = bench.file("event.json", body);
            return bench.run(
                    "signal", "import", file.toString(), "--sender", "forge", "--signature", "sha256=" + signature);
        }
    }

    @Test
    void whoIsNoOfficerAnyMoreGivesASenderNoOtherSecret() {
        assertDone(bench.as("ada", "officer", "revoke", "bo", "--reason", "left"));
        Answer refused = add("bo", OTHER);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("The key of bo was revoked");

        assertThat(archived(OTHER).exitCode()).isEqualTo(ExitCode.REFUSED);
        assertDone(archived(SECRET));
    }

    @Test
    void anOfficerGivesItAnotherOneAndTheFirstIsGoodNoLonger() {
        assertDone(add("bo", OTHER));

        assertThat(archived(SECRET).exitCode()).isEqualTo(ExitCode.REFUSED);
        assertDone(archived(OTHER));
    }
}
