package dev.curfew.app.cli.policy;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Prints the policies in force, or their cases: as they go into files.
@Command(name = "show")
public final class PolicyShowCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Option(names = "--cases")
    private boolean cases;

    public PolicyShowCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        var pack = invocation.desk().policies().inForce().pack();
        invocation.terminal().out().print(cases ? pack.cases() : pack.policies());
        invocation.terminal().out().flush();
        return ExitCode.DONE;
    }
}
