package dev.curfew.app.cli.evaluate;

import dev.curfew.analysis.batch.Batch;
import dev.curfew.analysis.batch.BatchCount;
import dev.curfew.analysis.batch.CaseEvaluator;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.usecase.Refused;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Answers a file of cases, line by line. A line that is no case is answered with an error and stops nothing.
@Command
final class EvaluateCasesCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(EvaluateCasesCommand.class);
    private static final Path STANDARD_STREAM = Path.of("-");

    private final Invocation invocation;
    private final CaseEvaluator evaluator;

    @Option(names = "--cases", required = true, paramLabel = "FILE", descriptionKey = "evaluate.cases")
    private Path cases = STANDARD_STREAM;

    @Option(names = "--out", paramLabel = "FILE", defaultValue = "-", descriptionKey = "evaluate.out")
    private Path out = STANDARD_STREAM;

    @Option(names = "--fail-on-error", descriptionKey = "evaluate.fail-on-error")
    private boolean failOnError;

    EvaluateCasesCommand(Invocation invocation, CaseEvaluator evaluator) {
        this.invocation = invocation;
        this.evaluator = evaluator;
    }

    @Override
    public Integer call() throws InterruptedException {
        BatchCount count = out.equals(STANDARD_STREAM) ? toTerminal() : toFile();
        if (count.errors() == 0) {
            return ExitCode.DONE;
        }
        invocation.printer().note(MESSAGES.text("errors", count.cases(), count.errors()));
        return failOnError ? ExitCode.REFUSED : ExitCode.DONE;
    }

    private BatchCount toTerminal() throws InterruptedException {
        PrintWriter terminal = invocation.terminal().out();
        try (InputStream in = open()) {
            return batch().run(in, lines -> {
                terminal.print(lines);
                // Flushes too: whoever reads gets what is done.
                if (terminal.checkError()) {
                    throw new IOException("standard output is closed");
                }
            });
        } catch (IOException e) {
            throw new Refused(MESSAGES.text("broken-off", cases, String.valueOf(e.getMessage())), e);
        }
    }

    private BatchCount toFile() throws InterruptedException {
        try (InputStream in = open();
                WholeFile file = WholeFile.at(out)) {
            BatchCount count = batch().run(in, file::write);
            file.keep();
            return count;
        } catch (IOException e) {
            throw new Refused(MESSAGES.text("broken-off", cases, String.valueOf(e.getMessage())), e);
        }
    }

    private Batch batch() {
        return new Batch(evaluator, Runtime.getRuntime().availableProcessors());
    }

    private InputStream open() {
        if (cases.equals(STANDARD_STREAM)) {
            return invocation.terminal().in();
        }
        if (Files.isDirectory(cases)) {
            throw new UsageProblem(MESSAGES.text("unreadable", cases));
        }
        try {
            return Files.newInputStream(cases);
        } catch (IOException e) {
            throw new UsageProblem(MESSAGES.text("unreadable", cases), e);
        }
    }
}
