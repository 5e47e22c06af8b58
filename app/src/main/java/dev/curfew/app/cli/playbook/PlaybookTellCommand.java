package dev.curfew.app.cli.playbook;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.model.text.Messages;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Tells what no source shows: that an owner is gone.
@Command(name = "tell")
public final class PlaybookTellCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(PlaybookTellCommand.class);

    private final Invocation invocation;

    @Option(names = "--owner-gone", paramLabel = "NAME", required = true)
    private String owner = "";

    public PlaybookTellCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        long owned = invocation.desk().playbooks().tellGone(owner);
        invocation.printer().note(MESSAGES.text("tell.gone", owner, owned));
        return ExitCode.DONE;
    }
}
