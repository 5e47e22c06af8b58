package dev.curfew.app.cli.policy;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.usecase.policy.PolicyTest;
import dev.curfew.model.text.Messages;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Checks policies and runs their cases. Needs no workspace, so that a pipeline can.
@Command(name = "test")
public final class PolicyTestCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final PolicyFiles files = new PolicyFiles();

    public PolicyTestCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        int passed = PolicyTest.run(files.read());
        invocation.printer().note(Messages.of(PolicyTestCommand.class).text("passed", passed));
        return ExitCode.DONE;
    }
}
