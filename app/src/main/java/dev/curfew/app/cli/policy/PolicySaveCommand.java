package dev.curfew.app.cli.policy;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.governance.judgement.PolicyVersion;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Puts policies in force, if they are well typed and pass their cases.
@Command(name = "save")
public final class PolicySaveCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final PolicyFiles files = new PolicyFiles();

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public PolicySaveCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        var pack = files.read();
        PolicyVersion saved = officer.run(
                invocation.terminal(), login -> invocation.desk().policies().save(login, pack));
        invocation.list(PolicyHistoryCommand.LISTING, List.of(saved));
        return ExitCode.DONE;
    }
}
