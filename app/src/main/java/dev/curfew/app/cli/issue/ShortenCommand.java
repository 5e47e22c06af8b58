package dev.curfew.app.cli.issue;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.DurationText;
import dev.curfew.app.cli.option.OfficerOptions;
import java.time.Duration;
import java.time.Instant;
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
        return officer.list(
                invocation,
                WindowListing.of(invocation.desk()),
                login -> invocation.desk().windows().shorten(login, window, to));
    }
}
