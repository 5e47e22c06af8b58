package dev.curfew.app.console.screen.exceptions;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.picker.EntityPicks;
import dev.curfew.app.console.component.picker.PickerView;
import dev.curfew.app.console.component.picker.PickerViewModel;
import dev.curfew.app.console.session.Session;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.text.Messages;
import java.util.List;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Asks for access, at once or as a draft that is gone on with later.
final class AskingDialogs {

    private static final Messages MESSAGES = Messages.of(AskingDialogs.class);

    private final Session session;
    private final ExceptionsViewModel model;
    private final Drafting drafting;

    AskingDialogs(Session session, ExceptionsViewModel model, Drafting drafting) {
        this.session = session;
        this.model = model;
        this.drafting = drafting;
    }

    /// First which policy, then how long and why.
    void request() {
        PickerViewModel policies =
                new PickerViewModel(session.work(), List.of(), EntityPicks.policies(session.desk(), this::request), 0);
        PickerView picker = new PickerView(policies, MESSAGES.text("request.pick.prompt"), session.dialogs()::close);
        session.dialogs()
                .show(Sheet.showing(MESSAGES.text("request.pick"), "", picker).focusing(picker.field()));
    }

    private void request(Policy policy) {
        PolicyId id = policy.id();
        RequestForm form = form(id, model.cases().signers());
        Action confirm = session.dialogs()
                .closing(
                        MESSAGES.text("request.confirm"),
                        Material2OutlinedAL.GAVEL,
                        () -> model.request(form.login(), id, form.duration(), form.reason(), form.claims()))
                .when(form.availability());
        Action draft = session.dialogs()
                .closing(
                        MESSAGES.text("draft.keep"),
                        Material2OutlinedAL.EDIT,
                        () -> drafting.keep(form.login(), id, form.duration(), form.reason(), form.claims()))
                .when(form.availability());
        show(sheet("request", form, confirm).or(draft), id, form);
    }

    /// Opens the draft that is looked at; it stays one.
    void edit() {
        drafting.selected().ifPresent(this::edit);
    }

    private void edit(ExceptionRequest draft) {
        RequestForm form = form(draft.policy(), drafting.keeper()).filled(draft);
        Action confirm = session.dialogs()
                .closing(
                        MESSAGES.text("draft.edit.confirm"),
                        Material2OutlinedMZ.SAVE,
                        () -> drafting.change(form.login(), form.duration(), form.reason(), form.changes()))
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
        model.adds(policy, form::show);
    }

    void submit() {
        SignedSheets sheets = new SignedSheets(session.dialogs(), MESSAGES);
        session.dialogs()
                .show(sheets.of("draft.submit", Material2OutlinedAL.GAVEL, drafting.keeper(), drafting::submit));
    }

    void discard() {
        SignedSheets sheets = new SignedSheets(session.dialogs(), MESSAGES);
        session.dialogs()
                .show(sheets.of("draft.discard", Material2OutlinedAL.DELETE, drafting.keeper(), drafting::discard)
                        .dangerously());
    }
}
