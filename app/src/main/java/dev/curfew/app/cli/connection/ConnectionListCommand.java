package dev.curfew.app.cli.connection;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.connect.SourcesCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Lists connections: what `sources` does, where one looks for it.
@Command(name = "list")
public final class ConnectionListCommand implements Callable<Integer> {
    private final SourcesCommand sources;

    public ConnectionListCommand(Invocation invocation) {
        this.sources = new SourcesCommand(invocation);
    }

    @Override
    public Integer call() {
        return sources.call();
    }
}
