package dev.curfew.connector.rate;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A process, with all that it starts, that is watched for its memory while it runs. On Linux only.
final class Watched implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    /// Of /proc/self/stat behind the name: the processor time of children that ended (proc(5)).
    private static final int CHILDREN_USER = 13;

    private static final long TICKS_PER_SECOND = 100;
    private static final int KIBIBYTE = 1024;

    private final Process process;
    private final BufferedWriter orders;
    private final BufferedReader answers;
    private final Thread watcher;
    private volatile long bytesMax;

    private Watched(Process process) {
        this.process = process;
        orders = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
        watcher = Thread.ofPlatform().daemon().name("watching").start(this::watch);
    }

    static Watched start(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        try {
            return new Watched(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return the line that it answers
    String ask(String line) {
        try {
            orders.write(line);
            orders.newLine();
            orders.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("it ended without an answer");
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits for its end.
    ///
    /// @return what it printed
    String end() throws InterruptedException {
        try {
            orders.close();
            String rest = answers.readAllAsString();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("it ended with " + process.exitValue());
            }
            watcher.join();
            return rest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The most that was seen resident at once, what is shared among them counted once.
    long bytesMax() {
        return bytesMax;
    }

    /// What it has used so far, while it runs.
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /// What all processes used that were started from here and have ended.
    static Duration processorTimeOfEnded() {
        String stat = read(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_USER + 1]);
        return Duration.ofMillis(ticks * TimeUnit.SECONDS.toMillis(1) / TICKS_PER_SECOND);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void watch() {
        try {
            while (!process.waitFor(LOOK_EVERY)) {
                bytesMax = Math.max(bytesMax, bytesNow());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private long bytesNow() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                        .mapToLong(it -> kibibytes(Path.of("/proc", String.valueOf(it.pid()), "smaps_rollup")))
                        .sum()
                * KIBIBYTE;
    }

    private static long kibibytes(Path rollup) {
        return read(rollup)
                .lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException _) {
            // it ended since it was found
            return "";
        }
    }
}
