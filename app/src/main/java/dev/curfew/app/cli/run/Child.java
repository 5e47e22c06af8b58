package dev.curfew.app.cli.run;

import dev.curfew.app.cli.output.Printer;
import dev.curfew.app.usecase.Deadline;
import dev.curfew.governance.run.RunEnd;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The command as a process, on our own input and output.
final class Child {
    /// After it was told to end; then it is made to. What docker and Kubernetes give is longer, but they also wait for
    /// us.
    static final Duration GRACE = Duration.ofSeconds(5);

    private static final Messages MESSAGES = Messages.of(Child.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final List<String> command;
    private final Map<String, String> environment;

    Child(List<String> command, Map<String, String> environment) {
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
    }

    /// Waits for its end, or ends it when the time is over, or when this thread is interrupted; the interrupt is used
    /// up by that. What cannot be started is told.
    Ended run(Deadline deadline, Printer printer) {
        try {
            return run(deadline);
        } catch (IOException e) {
            printer.failure(MESSAGES.text("not-started", command.getFirst()));
            return Ended.notStarted();
        }
    }

    private Ended run(Deadline deadline) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            return waited(process, deadline)
                    ? Ended.of(RunEnd.EXITED, process.exitValue())
                    : Ended.of(RunEnd.TIMED_OUT, end(process));
        } catch (InterruptedException e) {
            return Ended.of(RunEnd.STOPPED, end(process));
        }
    }

    /// Looks at the clock now and then: it may have been set, or the machine asleep.
    private static boolean waited(Process process, Deadline deadline) throws InterruptedException {
        for (Duration left = deadline.left(); left.isPositive(); left = deadline.left()) {
            long millis = Math.max(1, Math.min(left.toMillis(), LOOK.toMillis()));
            if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return !process.isAlive();
    }

    /// With everything that it started and that still hangs on it.
    private static int end(Process process) {
        List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        family.forEach(ProcessHandle::destroy);
        if (!over(family, GRACE)) {
            family.forEach(ProcessHandle::destroyForcibly);
            over(family, GRACE);
        }
        return process.isAlive() ? -1 : process.exitValue();
    }

    private static boolean over(List<ProcessHandle> family, Duration atMost) {
        long giveUpAt = System.nanoTime() + atMost.toNanos();
        boolean interrupted = false;
        try {
            while (family.stream().anyMatch(ProcessHandle::isAlive)) {
                if (System.nanoTime() > giveUpAt) {
                    return false;
                }
                try {
                    Thread.sleep(Duration.ofMillis(20));
                } catch (InterruptedException e) {
                    // Told again to stop, which is what is being done.
                    interrupted = true;
                }
            }
            return true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
