package dev.curfew.app.cli.approval;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.act.RevokeApproveCommand;
import dev.curfew.app.cli.officer.ProposalListing;
import dev.curfew.app.cli.option.TextFile;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.app.usecase.officer.RosterFiles;
import dev.curfew.app.usecase.revocation.PlanFiles;
import dev.curfew.governance.exchange.SignedFile;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.exchange.PlanTaken;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Takes the answer of an officer on another machine.
@Command(name = "import")
public final class ApprovalImportCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(ApprovalImportCommand.class);

    private static final Listing<Receipt> LISTING = new Listing<>(
            "curfew.approvals/1",
            List.of(
                    Column.whole(MESSAGES.text("officer"), Receipt::officer),
                    Column.whole(MESSAGES.text("signed"), receipt -> ModelWords.time(receipt.at())),
                    Column.whole(MESSAGES.text("entry"), receipt -> Long.toString(receipt.ledgerIndex()))),
            receipt -> new Fields()
                    .put("officer", receipt.officer())
                    .put("at", receipt.at())
                    .put("ledgerIndex", receipt.ledgerIndex())
                    .map(),
            "");

    private final Invocation invocation;

    @Parameters(paramLabel = "ANSWER", descriptionKey = "approval.answer")
    private Path file = Path.of("");

    public ApprovalImportCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        String content = TextFile.read(file, SignedFile.BYTES_MAX);
        if (RosterFiles.answers(content)) {
            ProposalListing.show(invocation, invocation.desk().rosterFiles().take(content));
        } else if (PlanFiles.answers(content)) {
            PlanTaken taken = invocation.desk().planFiles().take(content);
            RevokeApproveCommand.show(invocation, taken.planId(), taken.standing());
        } else {
            Receipt receipt = invocation.desk().approvalFiles().take(content);
            invocation.printer().list(LISTING, List.of(receipt));
        }
        return ExitCode.DONE;
    }
}
