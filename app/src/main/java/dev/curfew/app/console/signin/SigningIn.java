package dev.curfew.app.console.signin;

import dev.curfew.app.console.component.dialog.Browsing;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.SignInDoor;
import dev.curfew.governance.signin.SignIn;
import dev.curfew.model.text.Messages;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// An officer who is signing in: one at a time.
public final class SigningIn {

    private static final Messages MESSAGES = Messages.of(SigningIn.class);
    private static final String JOB = "sign-in";

    private final Work work;
    private final Desk desk;
    private final Browsing browsing;
    private final ReadOnlyObjectWrapper<Optional<Told>> told = new ReadOnlyObjectWrapper<>(Optional.empty());

    public SigningIn(Work work, Desk desk, Browsing browsing) {
        this.work = work;
        this.desk = desk;
        this.browsing = browsing;
    }

    /// What the person is to do; empty until the issuer said what.
    public ReadOnlyObjectProperty<Optional<Told>> told() {
        return told.getReadOnlyProperty();
    }

    /// @param login whose passphrase is closed when nobody waits any longer
    /// @param done gets the sign-in, in the foreground
    /// @param failed gets why there is none, in the foreground; not called when it was cancelled
    public void start(
            OfficerLogin login, SignIn.How how, Consumer<? super SignIn> done, Consumer<? super Failure> failed) {
        told.set(Optional.empty());
        work.start(
                new Job<>(
                        JOB,
                        MESSAGES.text("signing-in"),
                        _ -> {
                            try (var _ = login.passphrase()) {
                                return desk.signIns().signIn(login, how, prompt -> tell(prompt, how));
                            }
                        },
                        done,
                        failed),
                login.passphrase()::close);
    }

    /// The browser is opened at once: the person said that they sign in there.
    private void tell(SignInDoor.Prompt prompt, SignIn.How how) {
        boolean opened = how == SignIn.How.BROWSER && browsing.open(prompt.address());
        work.tell(() -> told.set(Optional.of(new Told(prompt, opened))));
    }

    public void cancel() {
        work.cancel(JOB);
    }
}
