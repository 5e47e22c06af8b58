package dev.curfew.app.cli.policy;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.governance.policy.cedar.PolicySchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Prints what policies may ask for, as a Cedar schema. Needs no workspace.
@Command(name = "schema")
public final class PolicySchemaCommand implements Callable<Integer> {
    private final Invocation invocation;

    public PolicySchemaCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        invocation.terminal().out().print(PolicySchema.text());
        invocation.terminal().out().flush();
        return ExitCode.DONE;
    }
}
