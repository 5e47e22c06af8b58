package dev.curfew.app.cli.officer.delegation;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.DurationText;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.governance.delegation.Handed;
import dev.curfew.governance.delegation.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Hands an officer's voice to another one for a time.
@Command(name = "delegate")
public final class OfficerDelegateCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "NAME", descriptionKey = "officer.listed")
    private String to = "";

    @Option(
            names = "--for",
            paramLabel = "TIME",
            required = true,
            converter = DurationText.class,
            descriptionKey = "delegate.for")
    private Duration length = Duration.ZERO;

    @Option(names = "--role", paramLabel = "ROLE", descriptionKey = "delegate.role")
    private List<String> roles = new ArrayList<>();

    @Option(names = "--environment", paramLabel = "NAME", descriptionKey = "delegate.environment")
    private List<String> environments = new ArrayList<>();

    @Option(names = "--source", paramLabel = "SOURCE", descriptionKey = "delegate.source")
    private List<String> sources = new ArrayList<>();

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public OfficerDelegateCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Scope scope = new Scope(Set.copyOf(roles), Set.copyOf(environments), Set.copyOf(sources));
        Handed handed = officer.run(
                invocation.terminal(), login -> invocation.desk().delegations().hand(login, to, scope, length));
        HandedListing.show(invocation, List.of(handed));
        return ExitCode.DONE;
    }
}
