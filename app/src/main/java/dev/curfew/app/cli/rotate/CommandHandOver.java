package dev.curfew.app.cli.rotate;

import dev.curfew.app.cli.run.Inherited;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.rotation.HandOver;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// To a command's standard input. What it writes is not shown, so that it cannot repeat what it was given.
record CommandHandOver(List<String> command, Map<String, String> surroundings) implements HandOver {
    private static final Messages MESSAGES = Messages.of(CommandHandOver.class);

    /// Whatever puts a secret somewhere is over long before.
    private static final Duration WAIT_MAX = Duration.ofMinutes(2);

    CommandHandOver {
        command = List.copyOf(command);
        surroundings = Map.copyOf(surroundings);
    }

    /// Without its arguments: people put secrets there.
    @Override
    public String to() {
        return MESSAGES.text("to.command", command.getFirst());
    }

    @Override
    public void give(Secret value) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(Inherited.of(surroundings));
        Process process = builder.start();
        boolean over = false;
        try {
            boolean taken = taken(process, value);
            over = process.waitFor(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS);
            if (!over) {
                throw new IOException(MESSAGES.text("command.slow", command.getFirst(), WAIT_MAX.toMinutes()));
            }
            if (process.exitValue() != 0) {
                throw new IOException(MESSAGES.text("command.failed", command.getFirst(), process.exitValue()));
            }
            if (!taken) {
                throw new IOException(MESSAGES.text("command.deaf", command.getFirst()));
            }
        } finally {
            if (!over) {
                process.destroyForcibly();
            }
        }
    }

    /// Whether it read what it was given, as far as its input tells: how it ended says more.
    private static boolean taken(Process process, Secret value) {
        try (Writer in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8)) {
            char[] characters = value.use(char[]::clone);
            in.write(characters);
            Arrays.fill(characters, '\0');
            in.write('\n');
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
