package dev.curfew.app.cli.signal;

import dev.curfew.analysis.signal.Named;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.usecase.signal.SignalCase;
import dev.curfew.governance.officer.Believed;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists what was signalled, newest first.
@Command(name = "list")
public final class SignalListCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(SignalListCommand.class);

    private final Invocation invocation;

    @Option(names = "--settled")
    private boolean settled;

    public SignalListCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Believed<SignalCase> kept = invocation.desk().signals().kept();
        List<SignalCase> shown = kept.all().stream()
                .filter(one -> settled || one.taken().stands())
                .toList();
        invocation.printer().list(SignalListing.LISTING, kept.with(shown));
        tell("nobody", shown, Named.Nobody.class);
        tell("ambiguous", shown, Named.Ambiguous.class);
        return ExitCode.DONE;
    }

    private void tell(String key, List<SignalCase> shown, Class<? extends Named> which) {
        long count = shown.stream()
                .filter(one -> one.taken().stands() && which.isInstance(one.named()))
                .count();
        if (count > 0) {
            invocation.printer().note(MESSAGES.text("list." + key, count));
        }
    }
}
