package dev.curfew.connector.program;

import dev.curfew.connector.program.ProgramException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A program that is run as it is, without a shell, without input, for a limited time. What it says besides its answer
/// is not kept.
public final class Program {
    /// A cloud's command line takes some seconds; longer, it waits for a person.
    public static final Duration TIME_MAX = Duration.ofSeconds(30);

    private static final int BYTES_MAX = 256 * 1024;

    private Program() {}

    /// What it prints; what is longer than 256 KiB is cut off.
    ///
    /// @param environment added to this process's own
    public static String output(List<String> command, Map<String, String> environment)
            throws ProgramException, InterruptedException {
        Process process = start(command, environment);
        try {
            FutureTask<String> output = new FutureTask<>(() -> read(process));
            Thread.ofVirtual().name("program").start(output);
            String said = output.get(TIME_MAX.toMillis(), TimeUnit.MILLISECONDS);
            if (!process.waitFor(TIME_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProgramException(Reason.SLOW, 0);
            }
            if (process.exitValue() != 0) {
                throw new ProgramException(Reason.FAILED, process.exitValue());
            }
            return said;
        } catch (TimeoutException _) {
            throw new ProgramException(Reason.SLOW, 0);
        } catch (ExecutionException _) {
            throw new ProgramException(Reason.UNREADABLE, 0);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static Process start(List<String> command, Map<String, String> environment) throws ProgramException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException _) {
            throw new ProgramException(Reason.MISSING, 0);
        }
    }

    private static String read(Process process) {
        try (InputStream output = process.getInputStream()) {
            return new String(output.readNBytes(BYTES_MAX), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
