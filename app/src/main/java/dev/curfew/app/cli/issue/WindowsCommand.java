package dev.curfew.app.cli.issue;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.usecase.Desk;
import dev.curfew.governance.issue.Closure;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists windows; those whose time is over are closed first, each with its evidence.
@Command(name = "windows")
public final class WindowsCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Option(names = "--open")
    private boolean open;

    public WindowsCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Desk desk = invocation.desk();
        if (!desk.readOnly()) {
            desk.runs().sweep();
            desk.exceptions().endDue();
        }
        List<Closure> due = desk.readOnly() ? List.of() : desk.windows().closeDue();
        invocation
                .printer()
                .list(
                        WindowListing.of(desk),
                        desk.windows().list().stream()
                                .filter(window -> !open || window.isOpen())
                                .toList());
        due.stream()
                .filter(closure -> !closure.closed())
                .forEach(closure -> invocation
                        .printer()
                        .note(Messages.of(WindowsCommand.class)
                                .text("overdue", closure.window().id())));
        return ExitCode.DONE;
    }
}
