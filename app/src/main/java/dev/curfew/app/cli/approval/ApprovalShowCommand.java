package dev.curfew.app.cli.approval;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.decide.AddsWords;
import dev.curfew.app.cli.decide.AskedWords;
import dev.curfew.app.cli.option.TextFile;
import dev.curfew.app.usecase.officer.RosterFiles;
import dev.curfew.app.usecase.revocation.PlanFiles;
import dev.curfew.governance.exchange.Shown;
import dev.curfew.governance.exchange.SignedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Shows what a question from another machine is about.
@Command(name = "show")
public final class ApprovalShowCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "FILE", descriptionKey = "approval.question")
    private Path file = Path.of("");

    public ApprovalShowCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        String content = TextFile.read(file, SignedFile.BYTES_MAX);
        if (RosterFiles.asks(content)) {
            RosterQuestionListing.show(invocation, content);
        } else if (PlanFiles.asks(content)) {
            PlanQuestionListing.show(invocation, content);
        } else {
            show(invocation, content);
        }
        return ExitCode.DONE;
    }

    static Shown show(Invocation invocation, String content) {
        Shown shown = invocation.desk().approvalFiles().look(content);
        invocation.printer().list(QuestionListing.LISTING, List.of(shown));
        invocation.printer().note(AskedWords.of(shown.question().request()));
        invocation.printer().note(AddsWords.adds(shown.adds()));
        invocation.printer().note(QuestionListing.checked(shown));
        return shown;
    }
}
