package dev.curfew.app.cli.draft;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.ask.AskOptions;
import dev.curfew.app.cli.decide.CaseListing;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.usecase.exception.ExceptionCase;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Keeps what is to be asked for later.
@Command(name = "keep")
public final class DraftKeepCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final AskOptions ask = new AskOptions();

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public DraftKeepCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        ExceptionCase kept = officer.run(
                invocation.terminal(),
                login -> invocation
                        .desk()
                        .drafts()
                        .keep(login, ask.policy(), ask.duration(), ask.reason(), ask.claims()));
        invocation.list(CaseListing.LISTING, List.of(kept));
        invocation
                .printer()
                .note(Messages.of(DraftKeepCommand.class)
                        .text("kept", kept.request().id()));
        return ExitCode.DONE;
    }
}
