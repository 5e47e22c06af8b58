package dev.curfew.app.cli.draft;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.ask.SaidOptions;
import dev.curfew.app.cli.decide.CaseListing;
import dev.curfew.app.cli.option.DurationText;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.usecase.exception.ExceptionCase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Changes what is to be asked for.
@Command(name = "change")
public final class DraftChangeCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "REQUEST", descriptionKey = "request.id")
    private String request = "";

    @Option(names = "--for", paramLabel = "TIME", converter = DurationText.class)
    private @Nullable Duration duration;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "request.reason")
    private @Nullable String reason;

    @Mixin
    private final SaidOptions said = new SaidOptions();

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public DraftChangeCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        ExceptionCase changed = officer.run(
                invocation.terminal(),
                login -> invocation.desk().drafts().change(login, request, duration, reason, said.map()));
        invocation.list(CaseListing.LISTING, List.of(changed));
        return ExitCode.DONE;
    }
}
