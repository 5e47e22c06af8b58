package dev.curfew.app.cli.renewal;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.decide.CaseListing;
import dev.curfew.app.cli.option.DurationText;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.usecase.exception.ExceptionCase;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which window is asked for again, for how long and why.
final class AgainOptions {
    @Parameters(paramLabel = "WINDOW", descriptionKey = "window.id")
    private String window = "";

    @Option(
            names = "--for",
            paramLabel = "TIME",
            required = true,
            converter = DurationText.class,
            descriptionKey = "for")
    private Duration duration = Duration.ZERO;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "again.reason")
    private String reason = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    /// @param how as in `Exceptions.again`
    void ask(Invocation invocation, String how) throws InterruptedException {
        ExceptionCase made = officer.run(
                invocation.terminal(),
                login -> invocation.desk().exceptions().again(login, how, window, duration, reason));
        CaseListing.showAsked(invocation, made);
    }
}
