package dev.curfew.app.console.screen.exceptions;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.NewOfficerForm;
import dev.curfew.app.console.screen.cases.SignedSheets;
import dev.curfew.app.console.screen.exceptions.adds.SignedFacts;
import dev.curfew.app.console.screen.exceptions.alike.AlikeForm;
import dev.curfew.app.console.screen.exceptions.alike.DecidedView;
import dev.curfew.app.console.screen.exceptions.asking.AgainForm;
import dev.curfew.app.console.screen.exceptions.officers.ApproverFields;
import dev.curfew.app.console.screen.exceptions.officers.ReasonedFields;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.usecase.exception.Handover;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.delegation.Delegation;
import dev.curfew.governance.request.Review;
import dev.curfew.governance.request.bulk.Alike;
import dev.curfew.governance.request.bulk.Decided;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// What is asked of whoever decides on a request, and of whoever ends what was decided.
final class ExceptionDialogs {

    private static final Messages MESSAGES = Messages.of(ExceptionDialogs.class);

    private final Session session;
    private final ExceptionsViewModel model;
    private final SignInGate gate;

    ExceptionDialogs(Session session, ExceptionsViewModel model, SignInGate gate) {
        this.session = session;
        this.model = model;
        this.gate = gate;
    }

    void addOfficer() {
        NewOfficerForm form = new NewOfficerForm();
        Action confirm = session.dialogs()
                .closing(
                        MESSAGES.text("officer.add"),
                        Material2OutlinedMZ.PERSON_ADD,
                        () -> model.addOfficer(form.take(), form.displayName()))
                .when(form.availability());
        session.dialogs()
                .show(Sheet.of(MESSAGES.text("officer.add"), MESSAGES.text("officer.add.lead"), form, confirm)
                        .focusing(form.first()));
    }

    void approve() {
        signedIn(shown -> model.voices(voices -> approve(shown, voices)));
    }

    private void approve(Review shown, List<Delegation> voices) {
        ApproverFields approver = new ApproverFields(model.cases().signers(), voices);
        Action confirm = session.dialogs()
                .closing(
                        MESSAGES.text("approve.confirm"),
                        Material2OutlinedAL.CHECK,
                        () -> model.approve(approver.take(), shown, approver.voiceOf()))
                .when(approver.availability());
        VBox both = new VBox(new SignedFacts(shown), approver);
        both.getStyleClass().add("form");
        session.dialogs().show(Sheet.of(MESSAGES.text("approve.title"), MESSAGES.text("approve.lead"), both, confirm));
    }

    /// All that wait and are like the selected one.
    void approveAlike() {
        signedIn(_ -> model.alike(shown -> model.voices(voices -> approve(shown, voices))));
    }

    /// Where whoever approves has to sign in shortly before, they do so first.
    private void signedIn(Consumer<Review> then) {
        model.cases().reviewed().ifPresent(shown -> gate.pass(shown, () -> then.accept(shown)));
    }

    private void approve(Alike shown, List<Delegation> voices) {
        ApproverFields approver = new ApproverFields(model.cases().signers(), voices);
        AlikeForm form = new AlikeForm(shown, approver, approver.availability());
        alike(
                "alike",
                Material2OutlinedAL.CHECK,
                form,
                () -> model.approve(approver.take(), form.picked(), approver.voiceOf(), this::decided));
    }

    /// As [#approveAlike], to deny them.
    void denyAlike() {
        model.alike(this::deny);
    }

    private void deny(Alike shown) {
        ReasonedFields denier = new ReasonedFields(model.cases().signers());
        AlikeForm form = new AlikeForm(shown, denier, denier.availability());
        alike(
                "deny-alike",
                Material2OutlinedAL.BLOCK,
                form,
                () -> model.deny(denier.take(), form.picked(), denier.reason(), this::decided));
    }

    private void alike(String key, Ikon icon, AlikeForm form, Runnable act) {
        Action confirm = session.dialogs()
                .closing(MESSAGES.text(key + ".confirm"), icon, act)
                .when(form.availability());
        session.dialogs()
                .show(Sheet.of(MESSAGES.text(key + ".title"), MESSAGES.text(key + ".lead"), form, confirm)
                        .focusing(form.first()));
    }

    private void decided(List<Decided> decided) {
        session.dialogs()
                .show(Sheet.showing(
                        MESSAGES.text("alike.decided"), MESSAGES.text("alike.decided.lead"), new DecidedView(decided)));
    }

    void issue() {
        signed("issue", Material2OutlinedMZ.VPN_KEY, false, login -> model.issue(login, this::handOver));
    }

    void end() {
        signed("end", Material2OutlinedAL.LOCK, true, model::endEarly);
    }

    /// The lengths that are shorter than what is left.
    void shorten() {
        AgainForm form = new AgainForm(
                MESSAGES.text("shorten.left"),
                model.shorter(session.pulse().now().get()),
                false,
                model.cases().signers());
        Action confirm = session.dialogs()
                .closing(
                        MESSAGES.text("shorten.confirm"),
                        Material2OutlinedMZ.TIMELAPSE,
                        () -> model.shorten(
                                form.login(), session.pulse().now().get().plus(form.length())))
                .when(form.availability());
        session.dialogs()
                .show(Sheet.of(MESSAGES.text("shorten.title"), MESSAGES.text("shorten.lead"), form, confirm)
                        .focusing(form.first()));
    }

    void settle() {
        signed("settle", Material2OutlinedAL.CLEANING_SERVICES, false, model::settle);
    }

    void deny() {
        model.cases().reviewed().ifPresent(this::deny);
    }

    private void deny(Review shown) {
        ReasonedFields denier = new ReasonedFields(model.cases().signers());
        Action confirm = session.dialogs()
                .closing(
                        MESSAGES.text("deny.confirm"),
                        Material2OutlinedAL.BLOCK,
                        () -> model.deny(denier.take(), shown, denier.reason()))
                .when(denier.availability());
        session.dialogs()
                .show(Sheet.of(MESSAGES.text("deny.title"), MESSAGES.text("deny.lead"), denier, confirm)
                        .focusing(denier.first()));
    }

    private void signed(String key, Ikon icon, boolean dangerous, Consumer<OfficerLogin> act) {
        Sheet sheet = new SignedSheets(session.dialogs(), MESSAGES)
                .of(key, icon, model.cases().signers(), act);
        session.dialogs().show(dangerous ? sheet.dangerously() : sheet);
    }

    private void handOver(Handover handover) {
        HandoverView view = new HandoverView(handover, session.copying());
        session.dialogs()
                .show(Sheet.showing(MESSAGES.text("handover.title"), MESSAGES.text("handover.lead"), view)
                        .thenRun(() -> {
                            view.wipe();
                            handover.close();
                        }));
    }
}
