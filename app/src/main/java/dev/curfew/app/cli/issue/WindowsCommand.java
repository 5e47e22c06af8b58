package dev.curfew.app.cli.issue;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.usecase.Desk;
import dev.curfew.governance.issue.Closure;
import dev.curfew.governance.issue.SourceTime;
import dev.curfew.governance.outcome.Spans;
import dev.curfew.model.governance.Window;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.text.Messages;
import java.time.temporal.ChronoUnit;
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
        desk.windows().list().stream()
                .filter(Window::isOpen)
                .map(window -> window.credential().source())
                .distinct()
                .forEach(this::clock);
        due.stream()
                .filter(closure -> !closure.closed())
                .forEach(closure -> invocation
                        .printer()
                        .note(Messages.of(WindowsCommand.class)
                                .text("overdue", closure.window().id())));
        return ExitCode.DONE;
    }

    /// Says by whose clock the source's windows end, where the two are apart.
    private void clock(SourceName source) {
        invocation
                .desk()
                .windows()
                .clockAhead(source)
                .filter(ahead -> ahead.abs().compareTo(SourceTime.TOLD_FROM) > 0)
                .ifPresent(ahead -> invocation
                        .printer()
                        .note(Messages.of(WindowsCommand.class)
                                .text(
                                        ahead.isNegative() ? "clock.behind" : "clock.ahead",
                                        source,
                                        Spans.words(ahead.abs().truncatedTo(ChronoUnit.SECONDS)))));
    }
}
