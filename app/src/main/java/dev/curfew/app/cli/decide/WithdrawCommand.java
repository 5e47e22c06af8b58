package dev.curfew.app.cli.decide;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.usecase.exception.ExceptionCase;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes a request back, by whoever asked.
@Command(name = "withdraw")
public final class WithdrawCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "REQUEST", descriptionKey = "request.id")
    private String request = "";

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "")
    private String reason = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public WithdrawCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        ExceptionCase withdrawn = officer.run(
                invocation.terminal(), login -> invocation.desk().exceptions().withdraw(login, request, reason));
        invocation.list(CaseListing.LISTING, List.of(withdrawn));
        return ExitCode.DONE;
    }
}
