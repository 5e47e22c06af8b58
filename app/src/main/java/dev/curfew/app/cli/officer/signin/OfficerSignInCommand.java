package dev.curfew.app.cli.officer.signin;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.app.usecase.officer.SignInDoor;
import dev.curfew.governance.signin.SignIn;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Signs an officer in: in this machine's browser, or with a code on another device.
@Command(name = "sign-in")
public final class OfficerSignInCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(OfficerSignInCommand.class);

    private static final Listing<SignIn> LISTING = new Listing<>(
            "curfew.sign-in/1",
            List.of(
                    Column.whole(MESSAGES.text("officer"), SignIn::officer),
                    Column.of(
                            MESSAGES.text("subject"), signIn -> signIn.subject().subject()),
                    Column.of(
                            MESSAGES.text("issuer"), signIn -> signIn.subject().issuer()),
                    Column.of(MESSAGES.text("auth-time"), signIn -> ModelWords.time(signIn.authTime()))),
            signIn -> new Fields()
                    .put("officer", signIn.officer())
                    .put("issuer", signIn.subject().issuer())
                    .put("subject", signIn.subject().subject())
                    .put("authTime", signIn.authTime())
                    .put("at", signIn.at())
                    .map(),
            "");

    private final Invocation invocation;

    @Option(names = "--device")
    private boolean device;

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public OfficerSignInCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        SignIn.How how = device ? SignIn.How.DEVICE_CODE : SignIn.How.BROWSER;
        SignIn signIn = officer.run(
                invocation.terminal(), login -> invocation.desk().signIns().signIn(login, how, this::show));
        invocation.printer().list(LISTING, List.of(signIn));
        return ExitCode.DONE;
    }

    private void show(SignInDoor.Prompt prompt) {
        String address = prompt.address().toString();
        invocation
                .printer()
                .note(
                        prompt.code().isEmpty()
                                ? MESSAGES.text("open", address)
                                : MESSAGES.text("enter", address, prompt.code()));
    }
}
