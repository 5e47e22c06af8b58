package dev.curfew.app.decision.killed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Processes of their own that say line by line how far they are, and are killed (SIGKILL) on the way.
/// `-Dcurfew.kills.seed=` for the same again.
record Killing(Random random) {
    /// What a process says last.
    static final String THROUGH = "through";

    /// After so many reports: never.
    static final int NEVER = Integer.MAX_VALUE;

    private static final int DELAY_MICROSECONDS_MAX = 20_000;

    static Killing seeded() {
        long seed = Long.getLong("curfew.kills.seed", System.nanoTime());
        System.out.println("kills: seed " + seed);
        return new Killing(new Random(seed));
    }

    /// Starts a process, and kills it.
    ///
    /// @param main of a class that says [#THROUGH] when it is
    /// @param killAfter so many reports; what is done next is cut off
    /// @return whether it came to its end before it was killed
    boolean through(Class<?> main, int killAfter, List<String> arguments) throws IOException, InterruptedException {
        Process child = started(main, arguments);
        try (BufferedReader reports = child.inputReader(UTF_8)) {
            for (int i = 0; i < killAfter; i++) {
                String report = reports.readLine();
                assertThat(report)
                        .as("it stops by itself only when it is through")
                        .isNotNull();
                if (report.equals(THROUGH)) {
                    assertThat(child.waitFor()).isZero();
                    return true;
                }
            }
            TimeUnit.MICROSECONDS.sleep(random.nextInt(DELAY_MICROSECONDS_MAX));
            // By its handle: Process.destroyForcibly closes the pipe too.
            child.toHandle().destroyForcibly();
            return child.waitFor() == 0;
        }
    }

    private static Process started(Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dorg.jboss.logging.provider=slf4j",
                "-classpath",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
