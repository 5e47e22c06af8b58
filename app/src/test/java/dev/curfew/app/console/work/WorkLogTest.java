package dev.curfew.app.console.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.wiring.log.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the log keeps of work that failed.
class WorkLogTest {
    @TempDir
    private Path workspace = Path.of("");

    @Test
    void ofWhatNobodyForesawTheLogHasTheFramesAndNoMessage() throws IOException {
        assertThat(logOf(Failure.Kind.UNEXPECTED))
                .contains(
                        "unexpected failure of reading: java.lang.IllegalArgumentException",
                        "Caused by: java.lang.IllegalStateException",
                        "at dev.curfew.app.console.work.WorkLogTest")
                .doesNotContain("canary-9e20");
    }

    @Test
    void ofWhatWasForeseenTheLogHasTheMessageToo() throws IOException {
        assertThat(logOf(Failure.Kind.REFUSED)).contains("reading failed", "IllegalArgumentException: canary-9e20");
    }

    private String logOf(Failure.Kind kind) throws IOException {
        try (LogFile _ = LogFile.in(workspace)) {
            Work.direct(_ -> new Failure(kind, "a sentence"))
                    .start(new Job<>(
                            "reading",
                            "Reading",
                            _ -> {
                                throw new IllegalArgumentException(
                                        "canary-9e20", new IllegalStateException("canary-9e20"));
                            },
                            _ -> {},
                            _ -> {}));
        }
        try (Stream<Path> files = Files.walk(workspace)) {
            return Files.readString(
                    files.filter(Files::isRegularFile).findFirst().orElseThrow());
        }
    }
}
