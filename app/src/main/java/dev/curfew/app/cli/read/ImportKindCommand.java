package dev.curfew.app.cli.read;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.HelpText;
import dev.curfew.app.cli.option.SecretFile;
import dev.curfew.app.cli.option.SettingOptions;
import dev.curfew.app.cli.option.SourceNameText;
import dev.curfew.app.cli.option.TextFile;
import dev.curfew.app.usecase.source.NewFile;
import dev.curfew.app.usecase.source.SyncResult;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.kind.SourceKind;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Reads a file of one kind as a source, by the kind's description.
@Command
public final class ImportKindCommand implements Callable<Integer> {
    private final Invocation invocation;
    private final SourceKind kind;
    private final SettingOptions settings;
    private final OptionSpec readCredential = OptionSpec.builder("--read-credential")
            .type(Path.class)
            .paramLabel("FILE")
            .build();

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private Path file = Path.of("");

    @Option(names = "--name", paramLabel = "NAME", converter = SourceNameText.class)
    private @Nullable SourceName name;

    private ImportKindCommand(Invocation invocation, SourceKind kind) {
        this.invocation = invocation;
        this.kind = kind;
        settings = new SettingOptions(kind.settings());
    }

    /// The command for one kind of file.
    public static CommandLine of(Invocation invocation, SourceKind kind) {
        ImportKindCommand command = new ImportKindCommand(invocation, kind);
        CommandSpec spec = CommandSpec.forAnnotatedObject(command);
        command.settings.addTo(spec);
        if (kind.credentials().taken()) {
            spec.addOption(command.readCredential);
        }
        spec.usageMessage().description(HelpText.of(kind.about())).footer(HelpText.example(kind.example()));
        return new CommandLine(spec);
    }

    @Override
    public Integer call() throws InterruptedException {
        TextFile.requireReadable(file);
        Path credential = readCredential.getValue();
        NewFile wanted = new NewFile(
                name == null ? new SourceName(kind.id()) : name,
                kind.id(),
                file,
                credential == null ? null : SecretFile.read(credential),
                settings.values());
        return SyncAnswer.print(
                invocation,
                List.<SyncResult>of(invocation.<SyncResult>working(
                        progress -> invocation.desk().sources().importFile(wanted, progress))));
    }
}
