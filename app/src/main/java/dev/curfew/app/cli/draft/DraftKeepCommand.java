package dev.curfew.app.cli.draft;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.decide.CaseListing;
import dev.curfew.app.cli.decide.ClaimOptions;
import dev.curfew.app.cli.decide.TimingOptions;
import dev.curfew.app.cli.option.DurationText;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.usecase.exception.ExceptionCase;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Keeps what is to be asked for later.
@Command(name = "keep")
public final class DraftKeepCommand implements Callable<Integer> {
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

    public DraftKeepCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> all = new HashMap<>(claims.map());
        all.putAll(timing.map());
        ExceptionCase kept = officer.run(
                invocation.terminal(), login -> invocation.desk().drafts().keep(login, policy, duration, reason, all));
        invocation.list(CaseListing.LISTING, List.of(kept));
        invocation
                .printer()
                .note(Messages.of(DraftKeepCommand.class)
                        .text("kept", kept.request().id()));
        return ExitCode.DONE;
    }
}
