package dev.curfew.app.cli.playbook;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.TextFile;
import dev.curfew.app.usecase.playbook.PlaybookCheck;
import dev.curfew.app.usecase.playbook.PlaybookWords;
import dev.curfew.governance.playbook.Playbook;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Checks a playbook. Needs no workspace, so that a pipeline can; with one it says what would set it off now.
@Command(name = "check")
public final class PlaybookCheckCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "FILE", descriptionKey = "playbook.file")
    private Path file = Path.of("");

    @Option(names = "--now")
    private boolean now;

    public PlaybookCheckCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Playbook playbook = PlaybookCheck.run(
                TextFile.read(file, PlaybookCheck.BYTES_MAX), invocation.clock().instant());
        PlaybookListCommand.sentences(playbook).forEach(invocation.printer()::note);
        if (now) {
            PlaybookWords.of(invocation.desk().playbooks().matches(playbook)).forEach(invocation.printer()::note);
        }
        return ExitCode.DONE;
    }
}
