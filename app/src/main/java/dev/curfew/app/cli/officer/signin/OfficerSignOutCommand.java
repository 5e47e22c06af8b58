package dev.curfew.app.cli.officer.signin;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.model.text.Messages;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Ends an officer's sign-ins: no approval that follows carries one of them.
@Command(name = "sign-out")
public final class OfficerSignOutCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(OfficerSignOutCommand.class);

    private final Invocation invocation;

    @Parameters(paramLabel = "NAME", descriptionKey = "officer.listed")
    private String name = "";

    public OfficerSignOutCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        boolean stood = invocation.desk().signIns().signOut(name).isPresent();
        invocation.printer().note(MESSAGES.text(stood ? "signed-out" : "not-signed-in", name));
        return ExitCode.DONE;
    }
}
