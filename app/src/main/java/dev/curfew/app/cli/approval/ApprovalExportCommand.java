package dev.curfew.app.cli.approval;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.cli.output.ExchangeFiles;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.RosterFiles;
import dev.curfew.app.usecase.revocation.PlanFiles;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a request, a plan, or a change of the roster, to a file, for an officer on another machine.
@Command(name = "export")
public final class ApprovalExportCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(ApprovalExportCommand.class);

    private final Invocation invocation;

    @Parameters(paramLabel = "REQUEST", descriptionKey = "approval.subject")
    private String request = "";

    @Option(names = "--to", paramLabel = "FILE", required = true, descriptionKey = "file.new")
    private Path file = Path.of("");

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public ApprovalExportCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        ExchangeFiles.requireNew(file);
        String question = officer.run(invocation.terminal(), this::ask);
        ExchangeFiles.write(file, question);
        invocation.printer().note(MESSAGES.text("exported", file));
        return ExitCode.DONE;
    }

    private String ask(OfficerLogin login) throws InterruptedException {
        if (RosterFiles.isChange(request)) {
            return invocation.desk().rosterFiles().ask(login, request);
        }
        return PlanFiles.isPlan(request)
                ? invocation.desk().planFiles().ask(login, request)
                : invocation.desk().approvalFiles().ask(login, request);
    }
}
