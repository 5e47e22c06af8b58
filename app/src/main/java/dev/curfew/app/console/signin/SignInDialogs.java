package dev.curfew.app.console.signin;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Presence;
import dev.curfew.governance.roster.chain.SignInProvider;
import dev.curfew.governance.signin.SignIn;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Has officers sign in and out where the roster says they do.
public final class SignInDialogs {

    private static final Messages MESSAGES = Messages.of(SignInDialogs.class);
    private static final String JOB = "signed-in";

    /// @param signers those whose keys are on this machine
    private record Door(SignInProvider provider, List<Officer> signers, Presence presence) {}

    private final Session session;
    private final SigningIn model;

    public SignInDialogs(Session session) {
        this.session = session;
        model = new SigningIn(session.work(), session.desk(), session.browsing());
    }

    /// Shows who signed in, and has one more do so.
    public void open() {
        open(this::open);
    }

    /// @param then what follows once somebody signed in
    public void open(Runnable then) {
        read("", then);
    }

    private void read(String fault, Runnable then) {
        session.work()
                .start(new Job<>(
                        JOB, MESSAGES.text("reading"), _ -> door(), door -> ask(door, fault, then), this::failed));
    }

    private Door door() {
        return new Door(
                session.desk().signIns().provider(),
                session.desk().officers().signers(),
                session.desk().signIns().presence());
    }

    private void ask(Door door, String fault, Runnable then) {
        session.signedIn().know(door.presence());
        PresenceView present = new PresenceView(door.presence(), session.pulse().now(), this::signOut);
        SignInForm form = new SignInForm(door.provider(), door.signers(), present, fault);
        Action confirm = Action.of(
                        MESSAGES.text("sign-in"),
                        Material2OutlinedMZ.PERSON,
                        () -> await(form.login(), form.how(), then))
                .when(form.availability());
        session.dialogs().show(Sheet.of(MESSAGES.text("title"), MESSAGES.text("lead"), form, confirm));
    }

    private void await(OfficerLogin login, SignIn.How how, Runnable then) {
        Action again = Action.of(
                        MESSAGES.text("page"),
                        Material2OutlinedMZ.OPEN_IN_NEW,
                        () -> model.told()
                                .get()
                                .ifPresent(told ->
                                        session.browsing().open(told.prompt().address())))
                .when(model.told().map(told -> Availability.unless(told.isEmpty(), MESSAGES.text("page.not-yet"))));
        session.dialogs()
                .show(Sheet.of(
                                MESSAGES.text("waiting.title", login.name()),
                                MESSAGES.text("waiting.lead"),
                                new WaitingView(model.told(), session.copying()),
                                again)
                        .thenRun(model::cancel));
        model.start(login, how, _ -> done(then), failure -> read(failure.sentence(), then));
    }

    private void done(Runnable then) {
        session.dialogs().close();
        session.pulse().changed();
        then.run();
    }

    private Action signOut(String officer) {
        return Action.of(
                MESSAGES.text("sign-out"),
                Material2OutlinedAL.LOG_OUT,
                () -> session.work()
                        .start(new Job<Optional<SignIn>>(
                                JOB,
                                MESSAGES.text("signing-out"),
                                _ -> session.desk().signIns().signOut(officer),
                                _ -> {
                                    session.pulse().changed();
                                    open();
                                },
                                failure -> read(failure.sentence(), this::open))));
    }

    private void failed(Failure failure) {
        session.dialogs()
                .show(Sheet.showing(
                        MESSAGES.text("title"), "", Placeholder.failed(MESSAGES.text("failed"), failure.sentence())));
    }
}
