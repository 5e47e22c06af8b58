package dev.curfew.app.cli.run;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.PrivateOutput;
import dev.curfew.app.usecase.handover.PrivateFile;
import dev.curfew.app.usecase.run.Job;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the command gets its credential: in its environment, or in a file that only its owner can read and that goes
/// with it. Never among its arguments, which everybody on the machine can read.
final class Handing implements AutoCloseable {
    private static final Messages MESSAGES = Messages.of(Handing.class);
    private static final String VALUE = "CURFEW_CREDENTIAL";
    private static final String FILE = "CURFEW_CREDENTIAL_FILE";

    private final Map<String, String> surroundings;
    private final @Nullable Path file;
    private final @Nullable PrivateFile output;

    private Handing(Map<String, String> surroundings, @Nullable Path file, @Nullable PrivateFile output) {
        this.surroundings = surroundings;
        this.file = file;
        this.output = output;
    }

    /// @param surroundings what the command inherits; but for our own variables, which lead to passphrases
    /// @param file made at once, so that nothing is issued that cannot be handed over; null: the environment
    static Handing of(Map<String, String> surroundings, @Nullable Path file) {
        return new Handing(surroundings, file, file == null ? null : PrivateOutput.at(file));
    }

    /// The command's environment.
    ///
    /// @throws UsageProblem if the file cannot be written
    Map<String, String> give(Job job) {
        Map<String, String> environment = Inherited.of(surroundings);
        if (output == null || file == null) {
            environment.put(VALUE, job.handed().reveal());
            for (Map.Entry<String, Secret> variable : job.handedIn().entrySet()) {
                environment.put(variable.getKey(), variable.getValue().reveal());
            }
        } else {
            write(output, file, job.handed());
            environment.put(FILE, file.toAbsolutePath().toString());
        }
        return environment;
    }

    private static void write(PrivateFile output, Path file, Secret value) {
        try {
            output.write(value);
        } catch (IOException e) {
            throw new UsageProblem(MESSAGES.text("file.unwritable", file), e);
        }
    }

    @Override
    public void close() throws IOException {
        if (output != null && file != null) {
            output.close();
            Files.deleteIfExists(file);
        }
    }
}
