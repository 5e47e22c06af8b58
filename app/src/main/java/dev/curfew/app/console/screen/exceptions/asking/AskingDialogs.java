package dev.curfew.app.console.screen.exceptions.asking;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.picker.EntityPicks;
import dev.curfew.app.console.component.picker.PickerView;
import dev.curfew.app.console.component.picker.PickerViewModel;
import dev.curfew.app.console.screen.cases.SignedSheets;
import dev.curfew.app.console.screen.exceptions.officers.ReasonedFields;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.function.Consumer;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Asks for access, at once or as a draft that is gone on with later.
public final class AskingDialogs {

    private static final Messages MESSAGES = Messages.of(AskingDialogs.class);

    private final Session session;
    private final Asking asking;

    public AskingDialogs(Session session, Asking asking) {
        this.session = session;
        this.asking = asking;
    }

    /// First which policy, then how long and why.
    public void request() {
        PickerViewModel policies =
                new PickerViewModel(session.work(), List.of(), EntityPicks.policies(session.desk(), this::request), 0);
        PickerView picker = new PickerView(policies, MESSAGES.text("request.pick.prompt"), session.dialogs()::close);
        session.dialogs()
                .show(Sheet.showing(MESSAGES.text("request.pick"), "", picker).focusing(picker.field()));
    }

    private void request(Policy policy) {
        PolicyId id = policy.id();
        RequestForm form = form(id, asking.signers());
        Action confirm = session.dialogs()
                .closing(
                        MESSAGES.text("request.confirm"),
                        Material2OutlinedAL.GAVEL,
                        () -> asking.request(form.login(), id, form.duration(), form.reason(), form.claims()))
                .when(form.availability());
        Action draft = session.dialogs()
                .closing(
                        MESSAGES.text("draft.keep"),
                        Material2OutlinedAL.EDIT,
                        () -> asking.keep(form.login(), id, form.duration(), form.reason(), form.claims()))
                .when(form.availability());
        show(sheet("request", form, confirm).or(draft), id, form);
    }

    /// Opens the draft that is looked at; it stays one.
    public void edit() {
        asking.draft().ifPresent(this::edit);
    }

    private void edit(ExceptionRequest draft) {
        RequestForm form = form(draft.policy(), asking.asker()).filled(draft);
        Action confirm = session.dialogs()
                .closing(
                        MESSAGES.text("draft.edit.confirm"),
                        Material2OutlinedMZ.SAVE,
                        () -> asking.change(form.login(), form.duration(), form.reason(), form.changes()))
                .when(form.availability());
        show(sheet("draft.edit", form, confirm), draft.policy(), form);
    }

    private RequestForm form(PolicyId policy, List<Officer> signers) {
        return new RequestForm(policy, signers, session.pulse().now());
    }

    private static Sheet sheet(String key, RequestForm form, Action confirm) {
        return Sheet.of(MESSAGES.text(key + ".title"), MESSAGES.text(key + ".lead"), form, confirm)
                .focusing(form.first());
    }

    private void show(Sheet sheet, PolicyId policy, RequestForm form) {
        session.dialogs().show(sheet);
        asking.adds(policy, form::show);
    }

    public void submit() {
        session.dialogs().show(kept("draft.submit", Material2OutlinedAL.GAVEL, asking::submit));
    }

    public void discard() {
        session.dialogs()
                .show(kept("draft.discard", Material2OutlinedAL.DELETE, asking::discard)
                        .dangerously());
    }

    private Sheet kept(String key, Ikon icon, Consumer<OfficerLogin> act) {
        return new SignedSheets(session.dialogs(), MESSAGES).of(key, icon, asking.asker(), act);
    }

    public void withdraw() {
        ReasonedFields asker = new ReasonedFields(asking.asker());
        Action confirm = session.dialogs()
                .closing(
                        MESSAGES.text("withdraw.confirm"),
                        Material2OutlinedMZ.UNDO,
                        () -> asking.withdraw(asker.take(), asker.reason()))
                .when(asker.availability());
        session.dialogs()
                .show(Sheet.of(MESSAGES.text("withdraw.title"), MESSAGES.text("withdraw.lead"), asker, confirm)
                        .focusing(asker.first()));
    }

    public void extend() {
        again("extend", ExceptionRequest.EXTENDS);
    }

    public void renew() {
        again("renew", ExceptionRequest.RENEWS);
    }

    private void again(String key, String how) {
        AgainForm form = new AgainForm(MESSAGES.text("request.duration"), Asking.LENGTHS, true, asking.signers());
        Action confirm = session.dialogs()
                .closing(
                        MESSAGES.text(key + ".confirm"),
                        Material2OutlinedMZ.UPDATE,
                        () -> asking.again(form.login(), how, form.length(), form.reason()))
                .when(form.availability());
        session.dialogs()
                .show(Sheet.of(MESSAGES.text(key + ".title"), MESSAGES.text(key + ".lead"), form, confirm)
                        .focusing(form.first()));
    }
}
