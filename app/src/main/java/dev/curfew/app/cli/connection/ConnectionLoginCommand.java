package dev.curfew.app.cli.connection;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.model.port.DeviceLogin;
import dev.curfew.model.text.Messages;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Has somebody log in for a connection, with a code on another device.
@Command(name = "login")
public final class ConnectionLoginCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(ConnectionLoginCommand.class);

    private final Invocation invocation;

    @Mixin
    private final NameParameter connection = new NameParameter();

    @Option(names = "--acting")
    private boolean acting;

    public ConnectionLoginCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        invocation.desk().connections().logIn(connection.name(), acting, this::show);
        invocation.printer().note(MESSAGES.text("replaced", connection.name()));
        CheckWords.note(invocation, connection.name());
        return ExitCode.DONE;
    }

    private void show(DeviceLogin.Prompt prompt) {
        invocation.printer().note(MESSAGES.text("login.show", prompt.address(), prompt.code(), prompt.whole()));
    }
}
