package dev.curfew.app.cli.issue;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.DurationText;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.model.governance.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Brings a window's end forward.
@Command(name = "shorten")
public final class ShortenCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "WINDOW", descriptionKey = "window.id")
    private String window = "";

    @Option(names = "--left", paramLabel = "TIME", required = true, converter = DurationText.class)
    private Duration left = Duration.ZERO;

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public ShortenCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Instant to = invocation.clock().instant().plus(left);
        Window shorter = officer.run(
                invocation.terminal(), login -> invocation.desk().windows().shorten(login, window, to));
        invocation.printer().list(WindowListing.LISTING, List.of(shorter));
        return ExitCode.DONE;
    }
}
