package dev.curfew.app.cli.decide;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.ask.AskOptions;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.usecase.exception.ExceptionCase;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Asks for a policy's access for a stretch of time.
@Command(name = "request")
public final class RequestCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final AskOptions ask = new AskOptions();

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public RequestCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        ExceptionCase made = officer.run(
                invocation.terminal(),
                login -> invocation
                        .desk()
                        .exceptions()
                        .request(login, ask.policy(), ask.duration(), ask.reason(), ask.claims()));
        CaseListing.showAsked(invocation, made);
        return ExitCode.DONE;
    }
}
