package dev.curfew.app.cli.connection;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.model.text.Messages;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Takes a connection away.
@Command(name = "remove")
public final class ConnectionRemoveCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final NameParameter connection = new NameParameter();

    public ConnectionRemoveCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        invocation.desk().connections().remove(connection.name());
        invocation.printer().note(Messages.of(ConnectionRemoveCommand.class).text("removed", connection.name()));
        return ExitCode.DONE;
    }
}
