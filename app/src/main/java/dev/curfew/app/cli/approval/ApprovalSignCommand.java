package dev.curfew.app.cli.approval;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.cli.option.TextFile;
import dev.curfew.app.cli.output.ExchangeFiles;
import dev.curfew.app.usecase.officer.RosterFiles;
import dev.curfew.app.usecase.revocation.PlanFiles;
import dev.curfew.governance.exchange.RosterQuestion;
import dev.curfew.governance.exchange.Shown;
import dev.curfew.governance.exchange.SignedFile;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.exchange.PlanShown;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows a question from another machine, and signs the approval.
@Command(name = "sign")
public final class ApprovalSignCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(ApprovalSignCommand.class);

    private final Invocation invocation;

    @Parameters(paramLabel = "FILE", descriptionKey = "approval.question")
    private Path file = Path.of("");

    @Option(names = "--out", paramLabel = "ANSWER", required = true, descriptionKey = "file.new")
    private Path out = Path.of("");

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public ApprovalSignCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        ExchangeFiles.requireNew(out);
        String content = TextFile.read(file, SignedFile.BYTES_MAX);
        String answer = officer.run(invocation.terminal(), signing(content));
        ExchangeFiles.write(out, answer);
        invocation.printer().note(MESSAGES.text("sign.done", out));
        return ExitCode.DONE;
    }

    /// Shows it first.
    private OfficerOptions.Signed<String> signing(String content) throws InterruptedException {
        if (RosterFiles.asks(content)) {
            RosterQuestion question = RosterQuestionListing.show(invocation, content);
            return login -> invocation.desk().rosterFiles().sign(login, question);
        }
        if (PlanFiles.asks(content)) {
            PlanShown shown = PlanQuestionListing.show(invocation, content);
            return login -> invocation.desk().planFiles().approve(login, shown);
        }
        Shown shown = ApprovalShowCommand.show(invocation, content);
        return login -> invocation.desk().approvalFiles().approve(login, shown);
    }
}
