package dev.curfew.connector.aws.credential;

import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.call.AwsKeyText;
import dev.curfew.connector.program.Program;
import dev.curfew.connector.program.ProgramException;
import dev.curfew.connector.tree.JsonInput;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A program that a profile names to get a key from: run only where the connection permits it, and not again while it
/// says that its answer holds.
///
/// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html>
final class CredentialProcess {
    /// A key that ends during a call would look revoked.
    private static final Duration EARLY = Duration.ofMinutes(1);

    private final boolean mayRun;
    private final InstantSource clock;
    private final Map<String, Kept> kept = new HashMap<>();

    private record Kept(Secret answer, Instant until) {}

    CredentialProcess(boolean mayRun, InstantSource clock) {
        this.mayRun = mayRun;
        this.clock = clock;
    }

    /// One after another: two at once would ask a person twice.
    synchronized AwsKey key(String command) throws InterruptedException {
        List<String> words = CommandWords.of(command);
        String program = words.isEmpty() ? "" : words.getFirst();
        if (!mayRun) {
            throw NoKey.because("process.not-allowed", program, OwnKeys.ALLOW_EXEC);
        }
        if (program.contains("/") && !Path.of(program).isAbsolute()) {
            throw NoKey.because("process.relative", program);
        }
        Kept known = kept.get(command);
        if (known == null || !clock.instant().isBefore(known.until())) {
            known = run(program, words);
            Kept before = kept.put(command, known);
            if (before != null) {
                before.answer().close();
            }
        }
        return AwsKeyText.parse(known.answer()).orElseThrow(() -> NoKey.because("process.answer", program));
    }

    private static Kept run(String program, List<String> words) throws InterruptedException {
        try {
            String answer = Program.output(words, Map.of());
            Reading read = Reading.of(JsonInput.parse(answer));
            Instant end = read.instant("Expiration");
            // one without an end is asked for each time
            return new Kept(Secret.of(answer), end == null ? Instant.MIN : end.minus(EARLY));
        } catch (ProgramException e) {
            throw failed(e, program);
        } catch (MalformedException _) {
            throw NoKey.because("process.answer", program);
        }
    }

    private static SourceException failed(ProgramException e, String program) {
        return switch (e.reason()) {
            case MISSING -> NoKey.because("process.missing", program);
            case SLOW -> NoKey.because("process.slow", program, Program.TIME_MAX.toSeconds());
            case FAILED -> NoKey.because("process.failed", program, e.exit());
            case UNREADABLE -> NoKey.because("process.answer", program);
        };
    }
}
