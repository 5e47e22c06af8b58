package dev.curfew.app.cli.connection;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.model.text.Messages;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Says what a source is for.
@Command(name = "environment")
public final class ConnectionEnvironmentCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final NameParameter connection = new NameParameter();

    @Parameters(index = "1", paramLabel = "ENVIRONMENT", descriptionKey = "connection.environment")
    private String environment = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public ConnectionEnvironmentCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        officer.run(
                invocation.terminal(),
                login -> invocation.desk().connections().place(login, connection.name(), environment));
        invocation
                .printer()
                .note(Messages.of(ConnectionEnvironmentCommand.class).text("placed", connection.name(), environment));
        return ExitCode.DONE;
    }
}
