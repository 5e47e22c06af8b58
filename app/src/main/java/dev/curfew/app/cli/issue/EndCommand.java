package dev.curfew.app.cli.issue;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.governance.issue.Closure;
import dev.curfew.model.governance.Window;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Ends a window before its time.
@Command(name = "end")
public final class EndCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(EndCommand.class);

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
        Map<String, Window> covers = invocation.desk().windows().covers();
        Window ended = closure.window();
        invocation.printer().list(WindowListing.with(covers), List.of(ended));
        if (closure.closed()) {
            WindowListing.cover(covers, ended)
                    .ifPresent(cover -> invocation
                            .printer()
                            .note(MESSAGES.text("covered", ended.id(), cover.id(), ModelWords.time(cover.endsAt()))));
        }
        return closure.closed() ? ExitCode.DONE : ExitCode.REFUSED;
    }
}
