package dev.curfew.app.cli.notice;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.connector.notice.Messengers;
import dev.curfew.model.notice.Messenger.Told;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Tries whether a notice arrives.
@Command(name = "test")
public final class NoticeTestCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(NoticeTestCommand.class);

    private final Invocation invocation;

    @Parameters(paramLabel = "NAME", descriptionKey = "notice.name")
    private String name = "";

    public NoticeTestCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Messengers messengers =
                new Messengers(Clock.systemUTC(), invocation.terminal().environment())) {
            Told told = invocation.desk().notices().test(messengers, name);
            if (told.there()) {
                invocation.printer().note(MESSAGES.text("arrived", name, told.words()));
                return ExitCode.DONE;
            }
            invocation.printer().failure(MESSAGES.text("failed", name, told.words()));
            return ExitCode.REFUSED;
        }
    }
}
