package dev.curfew.app.cli.connection;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.SecretFile;
import dev.curfew.app.usecase.source.Connections;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Replaces a connection's credentials.
@Command(name = "credential")
public final class ConnectionCredentialCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(ConnectionCredentialCommand.class);

    private final Invocation invocation;

    @Mixin
    private final NameParameter connection = new NameParameter();

    @Option(names = "--read-credential", paramLabel = "FILE")
    private @Nullable Path read;

    @Option(names = "--act-credential", paramLabel = "FILE")
    private @Nullable Path act;

    @Option(names = "--stop-acting")
    private boolean stopActing;

    @Option(names = "--no-check")
    private boolean noCheck;

    public ConnectionCredentialCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (read == null && act == null && !stopActing) {
            throw new UsageProblem(MESSAGES.text("nothing-to-replace"));
        }
        if (act != null && stopActing) {
            throw new UsageProblem(MESSAGES.text("act-and-stop"));
        }
        Connections connections = invocation.desk().connections();
        if (read != null || act != null) {
            SecretFile.Pair credentials = SecretFile.both(read, act);
            connections.replaceCredentials(connection.name(), credentials.read(), credentials.act());
        }
        if (stopActing) {
            connections.stopActing(connection.name());
        }
        invocation.printer().note(MESSAGES.text("replaced", connection.name()));
        if (!noCheck) {
            CheckWords.note(invocation, connection.name());
        }
        return ExitCode.DONE;
    }
}
