package dev.curfew.app.cli.connection;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.SourceNameText;
import dev.curfew.app.usecase.source.CredentialCheck;
import dev.curfew.app.usecase.source.SourceStatus;
import dev.curfew.model.id.SourceName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Tries connections' own credentials.
@Command(name = "check")
public final class ConnectionCheckCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            descriptionKey = "connection.check.name",
            converter = SourceNameText.class)
    private @Nullable SourceName name;

    public ConnectionCheckCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<SourceName> names = name == null
                ? invocation.desk().sources().list().stream()
                        .map(SourceStatus::connection)
                        .map(connection -> connection.name())
                        .toList()
                : List.of(name);
        List<CredentialCheck> checks = new ArrayList<>();
        for (SourceName each : names) {
            checks.addAll(invocation.desk().connections().check(each));
        }
        invocation.printer().list(CheckListing.LISTING, checks);
        return checks.stream().allMatch(CredentialCheck::works) ? ExitCode.DONE : ExitCode.SOURCE;
    }
}
