package dev.curfew.app.cli.issue;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.governance.issue.Closure;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Ends a window before its time.
@Command(name = "end")
public final class EndCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "WINDOW", descriptionKey = "window.id")
    private String window = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public EndCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Closure closure = officer.run(
                invocation.terminal(), login -> invocation.desk().windows().endEarly(login, window));
        invocation.printer().list(WindowListing.LISTING, List.of(closure.window()));
        return closure.closed() ? ExitCode.DONE : ExitCode.REFUSED;
    }
}
