package dev.curfew.app.cli.decide;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists requests.
@Command(name = "requests")
public final class RequestsCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Option(names = "--open")
    private boolean open;

    public RequestsCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        invocation.list(
                CaseListing.LISTING,
                invocation.desk().exceptions().list().stream()
                        .filter(one -> !open || !one.request().state().isTerminal())
                        .toList());
        return ExitCode.DONE;
    }
}
