package dev.curfew.app.cli.decide;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.DurationText;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.usecase.exception.ExceptionCase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Asks for a policy's access for a stretch of time.
@Command(name = "request")
public final class RequestCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "POLICY", descriptionKey = "request.policy")
    private String policy = "";

    @Option(names = "--for", paramLabel = "TIME", required = true, converter = DurationText.class)
    private Duration duration = Duration.ZERO;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "request.reason")
    private String reason = "";

    @Mixin
    private final TimingOptions timing = new TimingOptions();

    @Mixin
    private final ClaimOptions claims = new ClaimOptions();

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public RequestCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        ExceptionCase made = officer.run(
                invocation.terminal(),
                login -> invocation.desk().exceptions().request(login, policy, duration, reason, claims()));
        invocation.list(CaseListing.LISTING, List.of(made));
        String id = made.request().id();
        invocation.printer().note(AddsWords.of(invocation.desk().exceptions().review(id)));
        invocation.printer().note(AddsWords.next(made.request()));
        return ExitCode.DONE;
    }

    private Map<String, String> claims() {
        Map<String, String> all = new HashMap<>(claims.map());
        all.putAll(timing.map());
        return all;
    }
}
