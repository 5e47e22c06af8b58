package dev.curfew.app.cli.read;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.SourceNameText;
import dev.curfew.app.usecase.source.SyncResult;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.text.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Reads an account authorization details file, as auditors are handed it.
@Command(name = "aws")
public final class ImportAwsCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private Path file = Path.of("");

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "aws-file", converter = SourceNameText.class)
    private SourceName name = new SourceName("aws-file");

    public ImportAwsCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!Files.isReadable(file)) {
            throw new UsageProblem(Messages.of(ImportAwsCommand.class).text("import.unreadable", file));
        }
        return SyncAnswer.print(
                invocation,
                List.<SyncResult>of(invocation.<SyncResult>working(
                        progress -> invocation.desk().sources().importAws(file, name, progress))));
    }
}
