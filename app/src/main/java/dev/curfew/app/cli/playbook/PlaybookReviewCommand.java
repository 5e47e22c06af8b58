package dev.curfew.app.cli.playbook;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Enters that an officer has looked at what a playbook did, and whether it was right.
@Command(name = "review")
public final class PlaybookReviewCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "RUN", descriptionKey = "playbook.run")
    private String run = "";

    @Option(names = "--remark", paramLabel = "TEXT", required = true)
    private String remark = "";

    @Option(names = "--wrong")
    private boolean wrong;

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public PlaybookReviewCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        return officer.list(
                invocation,
                PlaybookRunsCommand.listing(invocation.clock().instant()),
                login -> invocation.desk().playbooks().review(login, run, !wrong, remark));
    }
}
