package dev.curfew.app.cli.notice;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.usecase.notice.CarrierStatus;
import dev.curfew.governance.notice.Escalation;
import dev.curfew.governance.outcome.Spans;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists where notices go, and whether they arrive.
@Command(name = "list")
public final class NoticeListCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(NoticeListCommand.class);

    private final Invocation invocation;

    @Option(names = "--fail-on-failing")
    private boolean failOnFailing;

    public NoticeListCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        List<CarrierStatus> all = invocation.desk().notices().list();
        invocation.printer().list(CarrierListing.LISTING, all);
        Escalation escalation = invocation.desk().notices().escalation();
        if (!escalation.reviewers().isEmpty()) {
            invocation.printer().note(words(escalation));
        }
        List<String> doubts = invocation.desk().notices().doubts();
        doubts.forEach(invocation.printer()::failure);
        boolean fails = !doubts.isEmpty() || all.stream().anyMatch(CarrierStatus::fails);
        return failOnFailing && fails ? ExitCode.REFUSED : ExitCode.DONE;
    }

    static String words(Escalation escalation) {
        return escalation.reviewers().isEmpty()
                ? MESSAGES.text("escalation.none")
                : MESSAGES.text(
                        "escalation", String.join(", ", escalation.reviewers()), Spans.words(escalation.after()));
    }
}
