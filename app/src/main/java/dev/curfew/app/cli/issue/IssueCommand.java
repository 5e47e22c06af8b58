package dev.curfew.app.cli.issue;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.cli.option.PrivateOutput;
import dev.curfew.app.usecase.exception.Handover;
import dev.curfew.app.usecase.handover.PrivateFile;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Opens an approved request's window and hands the credential over, once.
@Command(name = "issue")
public final class IssueCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(IssueCommand.class);

    /// Where the value goes: exactly one way, chosen by whoever types.
    static final class Ways {
        @Option(names = "--out", paramLabel = "FILE", required = true)
        private @Nullable Path out;

        @Option(names = "--reveal", required = true)
        private boolean reveal;

        @Option(names = "--settle", required = true)
        private boolean settle;
    }

    private final Invocation invocation;

    @Parameters(paramLabel = "REQUEST", descriptionKey = "request.id")
    private String request = "";

    @ArgGroup(multiplicity = "1")
    private Ways way = new Ways();

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public IssueCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (way.settle) {
            officer.run(
                    invocation.terminal(),
                    login -> invocation.desk().exceptions().settle(login, request));
            invocation.printer().note(MESSAGES.text("settled", request));
        } else if (way.out != null) {
            toFile(way.out);
        } else if (way.reveal) {
            reveal();
        }
        return ExitCode.DONE;
    }

    private void toFile(Path file) throws InterruptedException, IOException {
        try (PrivateFile output = PrivateOutput.at(file);
                Handover handover = issue()) {
            output.write(handover.value());
            invocation.printer().list(WindowListing.of(invocation.desk()), List.of(handover.window()));
            invocation.printer().note(MESSAGES.text("handed-over", file));
        } catch (IOException e) {
            throw new UsageProblem(MESSAGES.text("not-handed-over", file, request), e);
        }
    }

    /// The value alone on standard output, so that a script takes it and nothing else.
    private void reveal() throws InterruptedException {
        try (Handover handover = issue()) {
            invocation.printer().reveal(WindowListing.of(invocation.desk()), handover.window(), handover.value());
        }
    }

    private Handover issue() throws InterruptedException {
        return officer.run(
                invocation.terminal(), login -> invocation.desk().exceptions().issue(login, request));
    }
}
