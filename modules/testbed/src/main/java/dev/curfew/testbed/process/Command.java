package dev.curfew.testbed.process;

import dev.curfew.testbed.TestbedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Runs a program to its end.
public final class Command {

    private Command() {}

    /// @param environment added to ours; secrets go here
    /// @param input what it reads
    /// @return what it printed
    /// @throws TestbedException if it is not there or ends with another code than zero
    public static String run(List<String> command, Map<String, String> environment, String input) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            Thread.ofVirtual().start(() -> feed(process, input));
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            if (exit != 0) {
                throw new TestbedException(command.getFirst() + " ended with " + exit + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new TestbedException(command.getFirst() + " could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TestbedException(command.getFirst() + " was interrupted", e);
        }
    }

    private static void feed(Process process, String input) {
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // It ended without reading; its exit code says so.
        }
    }
}
