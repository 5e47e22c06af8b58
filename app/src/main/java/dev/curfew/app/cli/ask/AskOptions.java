package dev.curfew.app.cli.ask;

import dev.curfew.app.cli.option.DurationText;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What is asked for, now or later.
public final class AskOptions {
    @Parameters(paramLabel = "POLICY", descriptionKey = "request.policy")
    private String policy = "";

    @Option(
            names = "--for",
            paramLabel = "TIME",
            required = true,
            converter = DurationText.class,
            descriptionKey = "for")
    private Duration duration = Duration.ZERO;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "request.reason")
    private String reason = "";

    @Mixin
    private final SaidOptions said = new SaidOptions();

    public String policy() {
        return policy;
    }

    public Duration duration() {
        return duration;
    }

    public String reason() {
        return reason;
    }

    public Map<String, String> claims() {
        return said.map();
    }
}
