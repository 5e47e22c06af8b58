package dev.curfew.app.cli.playbook;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes a playbook back, for good. One officer is enough.
@Command(name = "withdraw")
public final class PlaybookWithdrawCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "NAME", descriptionKey = "playbook.name")
    private String name = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public PlaybookWithdrawCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        var named = officer.run(
                invocation.terminal(), login -> invocation.desk().playbooks().withdraw(login, name, reason));
        invocation.printer().list(PlaybookListCommand.LISTING, named);
        return ExitCode.DONE;
    }
}
