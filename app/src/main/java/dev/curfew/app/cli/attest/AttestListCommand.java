package dev.curfew.app.cli.attest;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.usecase.attestation.OwnerAttestations;
import dev.curfew.governance.attestation.AttestationBook;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists what owners were asked, and what became of it.
@Command(name = "list")
public final class AttestListCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(AttestListCommand.class);

    private final Invocation invocation;

    @Option(names = "--overdue")
    private boolean overdue;

    public AttestListCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        OwnerAttestations desk = invocation.desk().attestations();
        Instant now = invocation.clock().instant();
        List<AttestationBook.Asked> asked = desk.list().stream()
                .filter(each -> !overdue || each.isOverdue(now))
                .toList();
        invocation.printer().list(AskListing.LISTING, asked);
        invocation
                .printer()
                .note(desk.period()
                        .map(period -> MESSAGES.text("every", period.toDays()))
                        .orElseGet(() -> MESSAGES.text("every.none")));
        return ExitCode.DONE;
    }
}
