package dev.curfew.app.cli.read;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.SourceNameText;
import dev.curfew.app.usecase.source.Sources;
import dev.curfew.app.usecase.source.SyncResult;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Reads one source, or all.
@Command(name = "sync")
public final class SyncCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(SyncCommand.class);

    private final Invocation invocation;

    @Parameters(arity = "0..1", paramLabel = "NAME", descriptionKey = "sync.name", converter = SourceNameText.class)
    private @Nullable SourceName name;

    public SyncCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        SourceName one = name;
        Sources sources = invocation.desk().sources();
        List<SyncResult> results = invocation.working(
                progress -> one == null ? sources.syncAll(progress) : List.of(sources.sync(one, progress)));
        int answer = SyncAnswer.print(invocation, results);
        if (results.stream().anyMatch(SyncResult.Recorded.class::isInstance)) {
            readAhead();
        }
        return answer;
    }

    /// What was read stands, also where somebody stops this.
    private void readAhead() throws InterruptedException {
        invocation.working(progress -> invocation.desk().reach().readAhead(progress, MESSAGES.text("sync.graph")));
    }
}
