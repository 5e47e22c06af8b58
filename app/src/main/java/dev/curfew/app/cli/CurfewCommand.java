package dev.curfew.app.cli;

import dev.curfew.app.usecase.Refused;
import dev.curfew.model.text.Messages;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Without a command: the console.
@Command(name = "curfew")
final class CurfewCommand implements Callable<Integer> {
    private final Invocation invocation;
    private final ConsoleOpening console;

    CurfewCommand(Invocation invocation, ConsoleOpening console) {
        this.invocation = invocation;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            console.open(invocation.place(), invocation.unlock()::ofFile);
            return ExitCode.DONE;
        } catch (ConsoleOpening.NoDisplay e) {
            throw new Refused(Messages.of(CurfewCommand.class).text("no-display"), e);
        }
    }
}
