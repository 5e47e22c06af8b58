package dev.curfew.app.console.screen.rotation;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.picker.EntityPicks;
import dev.curfew.app.console.component.picker.PickerView;
import dev.curfew.app.console.component.picker.PickerViewModel;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.rotation.CutOrder;
import dev.curfew.revocation.rotation.RotateOrder;
import dev.curfew.revocation.rotation.Rotation;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// What the screen asks a person.
final class RotationDialogs {
    private static final Messages MESSAGES = Messages.of(RotationDialogs.class);

    private static final String KIND = "rotation-kind";

    private final Session session;
    private final RotationViewModel model;

    RotationDialogs(Session session, RotationViewModel model) {
        this.session = session;
        this.model = model;
    }

    /// First which, then why.
    void pick() {
        PickerViewModel credentials = new PickerViewModel(
                session.work(),
                List.of(),
                EntityPicks.credentials(session.desk(), it -> start(it.id().text())),
                0);
        PickerView picker = new PickerView(credentials, MESSAGES.text("pick.prompt"), session.dialogs()::close);
        session.dialogs().show(Sheet.showing(MESSAGES.text("pick"), "", picker).focusing(picker.field()));
    }

    /// What it is decides what will happen.
    ///
    /// @param credential the text of its id
    void start(String credential) {
        CredentialId id = CredentialId.read(credential);
        session.work()
                .start(new Job<>(
                        KIND,
                        MESSAGES.text("start.reading"),
                        _ -> session.desk()
                                .estate()
                                .current()
                                .credential(id)
                                .map(Credential::kind)
                                .orElse(""),
                        kind -> start(id, kind),
                        failure -> model.cases().tell(failure.sentence())));
    }

    private void start(CredentialId id, String kind) {
        String credential = id.text();
        StartForm form = new StartForm(
                credential,
                kind,
                model.unfinished(credential).isPresent(),
                model.cases().signers());
        ObservableValue<Availability> filled = form.availability();
        ObservableValue<Availability> ready = Bindings.createObjectBinding(
                () -> model.cases()
                        .maySign()
                        .and(session.acting().on(id.source()))
                        .and(filled.getValue()),
                filled,
                model.cases().content());
        Action confirm = Action.of(MESSAGES.text("start.confirm"), Material2OutlinedMZ.VPN_KEY, () -> start(form))
                .when(ready);
        session.dialogs()
                .show(Sheet.of(MESSAGES.text("start.title"), MESSAGES.text("start.lead"), form, confirm)
                        .focusing(form.first()));
    }

    /// Where to is asked before anything is made.
    private void start(StartForm form) {
        session.files()
                .toSave(MESSAGES.text("start.save"), MESSAGES.text("start.file"))
                .ifPresent(file -> {
                    OfficerLogin login = form.login();
                    RotateOrder order = form.order();
                    session.dialogs().close();
                    model.start(login, order, file);
                });
    }

    void cut() {
        ending("cut", Material2OutlinedAL.BLOCK, true, model::cut);
    }

    void finish() {
        ending("finish", Material2OutlinedAL.DELETE_FOREVER, false, model::finish);
    }

    private void ending(String key, Ikon icon, boolean asked, BiConsumer<OfficerLogin, CutOrder> act) {
        model.cases().selected().get().ifPresent(one -> {
            CutForm form = new CutForm(one, asked, model.cases().signers(), session.files());
            Action confirm = session.dialogs()
                    .closing(MESSAGES.text(key + ".confirm"), icon, () -> act.accept(form.login(), form.take()))
                    .when(form.availability());
            session.dialogs()
                    .show(Sheet.of(
                                    MESSAGES.text(
                                            key + ".title",
                                            Words.brief(one.old().nativeId())),
                                    lead(key, one.kind()),
                                    form,
                                    confirm)
                            .dangerously());
        });
    }

    /// Where a cut is final, that is said before it is signed.
    private static String lead(String key, String kind) {
        String own = key + ".lead." + kind;
        return MESSAGES.text(MESSAGES.has(own) ? own : key + ".lead");
    }

    /// Taking the new one back ends it; switching the old one on again ends nothing.
    void back() {
        model.cases().selected().get().ifPresent(one -> {
            OfficerFields officer = new OfficerFields(model.cases().signers());
            StrayField stray = new StrayField();
            VBox form = new VBox();
            form.getStyleClass().add("form");
            if (StageWords.mayHaveStrays(one)) {
                form.getChildren().add(stray.named());
            }
            form.getChildren().add(officer);
            String key = StageWords.takesBack(one) ? "back.new" : "back.old";
            Action confirm = session.dialogs()
                    .closing(
                            MESSAGES.text(key + ".confirm"),
                            Material2OutlinedAL.ARROW_BACK,
                            () -> model.back(officer.take(), stray.given()))
                    .when(officer.availability());
            Sheet sheet =
                    Sheet.of(MESSAGES.text(key + ".title"), MESSAGES.text(key + ".lead", ended(one)), form, confirm);
            session.dialogs().show(StageWords.takesBack(one) ? sheet.dangerously() : sheet);
        });
    }

    private static String ended(Rotation one) {
        return StageWords.takesBack(one)
                ? one.fresh().map(CredentialId::text).orElse(MESSAGES.text("fresh.none"))
                : one.old().text();
    }
}
