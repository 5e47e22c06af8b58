package dev.curfew.app.wiring.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogFileTest {
    private static final Logger LOG = LoggerFactory.getLogger("dev.curfew.test");

    @TempDir
    private Path workspace = Path.of("");

    @Test
    void whatHappensStandsInTheWorkspacesLogAndItsStackToo() throws IOException {
        try (LogFile _ = LogFile.in(workspace)) {
            LOG.warn("the source {} is slow", "bao", new IOException("reset"));
        }
        LOG.warn("after the workspace was closed");

        assertThat(log())
                .contains("WARN")
                .contains("the source bao is slow")
                .contains("java.io.IOException: reset")
                .doesNotContain("after the workspace was closed");
    }

    /// Curfew's own code hands the log no secret; a library might.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "s.CANARYcanaryCANARYcanary",
                "hvs.CAESICANARYcanaryCANARYcanaryCANARY",
                "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJl"
            })
    void whatLooksLikeASecretIsBlottedOut(String canary) throws IOException {
        try (LogFile _ = LogFile.in(workspace)) {
            LOG.warn("header X-Vault-Token: {} was refused", canary);
            LOG.error("refused", new IOException("token " + canary + " expired"));
        }

        assertThat(log()).doesNotContain(canary).contains("••••");
    }

    @Test
    void whatFollowsAWordForASecretIsBlottedOut() throws IOException {
        try (LogFile _ = LogFile.in(workspace)) {
            LOG.warn("{\"client_token\":\"canary-1\"} password=canary-2 Authorization: canary-3");
        }

        assertThat(log()).doesNotContain("canary");
    }

    @Test
    void idsAndHashesStay() throws IOException {
        String hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        try (LogFile _ = LogFile.in(workspace)) {
            LOG.warn("entry {} of arn:aws:iam::123456789012:role/ci by AKIAIOSFODNN7EXAMPLE", hash);
        }

        assertThat(log())
                .contains(hash)
                .contains("arn:aws:iam::123456789012:role/ci")
                .contains("AKIAIOSFODNN7EXAMPLE");
    }

    private String log() throws IOException {
        return Files.readString(workspace.resolve("logs").resolve("curfew.log"));
    }
}
