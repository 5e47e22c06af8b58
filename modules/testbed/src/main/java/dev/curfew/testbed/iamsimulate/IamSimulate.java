package dev.curfew.testbed.iamsimulate;

import dev.curfew.model.text.Messages;
import dev.curfew.testbed.TestbedException;
import dev.curfew.testbed.install.Cache;
import dev.curfew.testbed.install.NodePackage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A running iam-simulate. It ends with [#close], and with the JVM, whose end it sees on its standard input.
public final class IamSimulate implements AutoCloseable {
    private static final Messages MESSAGES = Messages.of(IamSimulate.class);
    private static final String DRIVER = "driver.mjs";

    private final Process process;
    private final BufferedReader answers;
    private final Writer cases;

    private IamSimulate(Process process) {
        this.process = process;
        this.answers = process.inputReader();
        this.cases = process.outputWriter();
    }

    /// Installs it if it was not; the caller closes it.
    ///
    /// @throws TestbedException if that fails; the message says what to do
    public static IamSimulate start() {
        return new IamSimulate(node(List.of()));
    }

    /// How many of a file's cases it decides a second, in a process of its own: once policies are loaded, and from
    /// text.
    ///
    /// @param file cases of `curfew evaluate aws`
    /// @return the driver's answer, JSON with `compiled` and `parsed`
    public static String decisionsPerSecond(Path file, double seconds) {
        Process process = node(List.of("bench", file.toString(), String.valueOf(seconds)));
        try (BufferedReader out = process.inputReader()) {
            String answer = out.readLine();
            if (answer == null) {
                throw new TestbedException(MESSAGES.text("ended"));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process node(List<String> arguments) {
        Path folder = Cache.ofUser().node(NodePackage.IAM_SIMULATE);
        List<String> command = new ArrayList<>(List.of("node", DRIVER));
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new TestbedException(MESSAGES.text("node.missing"), e);
        }
    }

    /// Asks for decisions.
    ///
    /// @param lines cases of `curfew evaluate aws`, one JSON object each
    /// @return its answers in the same order: JSON with `id`, and `verdict` and `blockedBy` or `error`
    public synchronized List<String> ask(List<String> lines) {
        // It answers while it is being asked, and would wait for somebody to read.
        Thread asking = Thread.ofVirtual().start(() -> write(lines));
        List<String> read = new ArrayList<>(lines.size());
        try {
            while (read.size() < lines.size()) {
                String answer = answers.readLine();
                if (answer == null) {
                    throw new TestbedException(MESSAGES.text("ended"));
                }
                read.add(answer);
            }
            asking.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TestbedException(MESSAGES.text("ended"), e);
        }
        return read;
    }

    private void write(List<String> lines) {
        try {
            for (String line : lines) {
                cases.write(line);
                cases.write('\n');
            }
            cases.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
