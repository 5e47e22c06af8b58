package dev.curfew.app.console.screen.revocation;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.Awaited;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.form.Prose;
import dev.curfew.app.console.component.form.SecretField;
import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.component.picker.EntityPicks;
import dev.curfew.app.console.component.picker.PickerView;
import dev.curfew.app.console.component.picker.PickerViewModel;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.screen.cases.RecheckTone;
import dev.curfew.app.console.screen.cases.SignedSheets;
import dev.curfew.app.console.screen.revocation.preview.PreviewView;
import dev.curfew.app.console.screen.revocation.preview.PreviewWords;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.approval.PlanReview;
import dev.curfew.revocation.approval.PlanStanding;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.plan.PlanOrder;
import dev.curfew.revocation.undo.Reversal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// What the screen asks a person.
final class RevocationDialogs {

    private static final Messages MESSAGES = Messages.of(RevocationDialogs.class);
    private static final int REASON_ROWS = 2;
    private static final String UNDOING = "revocation-undoing";

    private final Session session;
    private final RevocationViewModel model;
    private final Awaited awaited;

    RevocationDialogs(Session session, RevocationViewModel model) {
        this.session = session;
        this.model = model;
        awaited = new Awaited(session.dialogs(), session.work(), UNDOING, MESSAGES.text("undo.title"));
    }

    /// First what, then how far and why.
    void plan() {
        PickerViewModel credentials = new PickerViewModel(
                session.work(),
                List.of(),
                EntityPicks.credentials(session.desk(), it -> plan(it.id().text())),
                0);
        PickerView picker = new PickerView(credentials, MESSAGES.text("plan.pick.prompt"), session.dialogs()::close);
        session.dialogs()
                .show(Sheet.showing(MESSAGES.text("plan.pick"), "", picker).focusing(picker.field()));
    }

    /// @param target the text of a credential's id, or of an identity's for all of its credentials
    void plan(String target) {
        SourceName source = new SourceName(target.substring(0, target.indexOf(':')));
        Label name = new Label(target);
        name.getStyleClass().add("code");
        name.setWrapText(true);
        RadioButton delete = new RadioButton(MESSAGES.text("extent.DELETE"));
        RadioButton deactivate = new RadioButton(MESSAGES.text("extent.DEACTIVATE"));
        delete.setAccessibleText(delete.getText());
        deactivate.setAccessibleText(deactivate.getText());
        ToggleGroup extent = new ToggleGroup();
        extent.getToggles().addAll(delete, deactivate);
        extent.selectToggle(delete);
        VBox extents = new VBox(delete, deactivate);
        extents.getStyleClass().add("lines");
        Prose reason = new Prose("plan-reason", REASON_ROWS, "");
        OfficerFields officer = new OfficerFields(model.cases().signers());
        VBox form = new VBox(
                Field.of(MESSAGES.text("plan.target"), name, ""),
                Field.of(MESSAGES.text("plan.extent"), extents, ""),
                Field.of(MESSAGES.text("plan.reason"), reason, MESSAGES.text("plan.reason.hint")),
                officer);
        form.getStyleClass().add("form");
        ObservableValue<Availability> may =
                session.acting().on(source, model.cases().following(model.cases()::maySign));
        Action confirm = session.dialogs()
                .closing(MESSAGES.text("plan.confirm"), Material2OutlinedAL.FACT_CHECK, () -> {
                    Extent far = delete.isSelected() ? Extent.DELETE : Extent.DEACTIVATE;
                    model.plan(
                            officer.take(),
                            new PlanOrder(List.of(target), far, reason.getText().strip()));
                })
                .when(officer.availability(may, reason, MESSAGES.text("plan.reason.missing")));
        session.dialogs()
                .show(Sheet.of(MESSAGES.text("plan.title"), MESSAGES.text("plan.lead"), form, confirm)
                        .focusing(reason));
    }

    void run() {
        model.cases().reviewed().ifPresent(this::run);
    }

    private void run(PlanReview review) {
        int credentials = model.credentials().size();
        withValues(
                MESSAGES.text("run.title", credentials),
                MESSAGES.text("run.lead"),
                MESSAGES.text("run.confirm", credentials),
                Material2OutlinedAL.BLOCK,
                model.credentials(),
                asked -> shown(review, asked),
                (login, values) -> model.run(review, login, values));
    }

    void ratify() {
        session.dialogs()
                .show(new SignedSheets(session.dialogs(), MESSAGES)
                        .of("ratify", Material2OutlinedMZ.RULE, model.cases().signers(), model::ratify));
    }

    void sign() {
        model.cases().reviewed().ifPresent(this::sign);
    }

    private void sign(PlanReview review) {
        OfficerFields officer = new OfficerFields(model.cases().signers());
        Action confirm = session.dialogs()
                .closing(
                        MESSAGES.text("sign.confirm"),
                        Material2OutlinedAL.CHECK,
                        () -> model.sign(review, officer.take()))
                .when(officer.availability());
        String title = MESSAGES.text("sign.title", review.plan().id());
        session.dialogs()
                .show(Sheet.of(title, MESSAGES.text("sign.lead"), shown(review, officer), confirm)
                        .focusing(officer.first()));
    }

    void verify() {
        withValues(
                MESSAGES.text("verify.title"),
                MESSAGES.text("verify.lead"),
                MESSAGES.text("verify.confirm"),
                Material2OutlinedMZ.VERIFIED_USER,
                model.credentials(),
                asked -> asked,
                model::verify);
    }

    /// First what can be taken back is worked out, for it hangs on how far the plan came.
    void undo() {
        model.cases().selected().get().map(one -> one.plan().id()).ifPresent(this::undo);
    }

    private void undo(String planId) {
        awaited.start(
                MESSAGES.text("undo.looking"),
                _ -> session.desk().revocations().reversal(planId),
                this::undo,
                failure -> awaited.failed(
                        MESSAGES.text("undo.failed"),
                        failure,
                        Action.of(MESSAGES.text("undo.again"), Material2OutlinedMZ.UNDO, () -> undo(planId))),
                () -> {});
    }

    private void undo(Reversal shown) {
        withValues(
                MESSAGES.text("undo.title"),
                MESSAGES.text("undo.lead"),
                MESSAGES.text("undo.confirm", shown.acts().size()),
                Material2OutlinedMZ.UNDO,
                shown.acts().stream()
                        .map(act -> act.step().credential())
                        .distinct()
                        .toList(),
                asked -> shown(shown, asked),
                (login, values) -> model.undo(shown, login, values));
    }

    private static Node shown(Reversal reversal, Node asked) {
        List<String> acts = reversal.acts().stream()
                .map(act -> MESSAGES.text(
                        "undo.act",
                        act.step().credential().text(),
                        PreviewWords.action(act.action().code())))
                .toList();
        VBox box = new VBox(Section.of(MESSAGES.text("undo.acts"), acts));
        if (!reversal.kept().isEmpty()) {
            box.getChildren().add(Section.of(MESSAGES.text("undo.kept"), reversal.kept()));
        }
        box.getChildren().add(asked);
        box.getStyleClass().add("form");
        return box;
    }

    private void withValues(
            String title,
            String lead,
            String verb,
            Ikon icon,
            List<CredentialId> credentials,
            UnaryOperator<Node> around,
            BiConsumer<OfficerLogin, Map<CredentialId, Secret>> act) {
        OfficerFields officer = new OfficerFields(model.cases().signers());
        VBox asked = new VBox(officer);
        asked.getStyleClass().add("form");
        Map<CredentialId, SecretField> fields = new LinkedHashMap<>();
        for (CredentialId credential : credentials) {
            SecretField field = new SecretField(
                    MESSAGES.text("value", credential.nativeId()), MESSAGES.text("value.hint"), session.files());
            fields.put(credential, field);
            asked.getChildren().add(field);
        }
        Action confirm = session.dialogs()
                .closing(verb, icon, () -> act.accept(officer.take(), values(fields)))
                .when(officer.availability());
        Node form = around.apply(asked);
        Sheet sheet = Sheet.of(title, lead, form, confirm).focusing(officer.first());
        // Shown with what it would do: it changes something.
        session.dialogs().show(asked.equals(form) ? sheet : sheet.dangerously());
    }

    /// What would be done, and whether it still would.
    private Node shown(PlanReview review, Node asked) {
        PreviewView preview = new PreviewView(review.plan().preview(), _ -> List.of(), session.copying(), asked);
        String words = MESSAGES.text("run.recheck." + review.checked().recheck());
        VBox box = new VBox(new Banner(RecheckTone.of(review.checked()), words));
        if (review.standing().waits()) {
            box.getChildren().add(waiting(review.standing()));
        }
        review.ended().forEach(one -> box.getChildren().add(new Banner(Tone.CARE, one.words())));
        box.getChildren().add(preview);
        box.getStyleClass().add("form");
        return box;
    }

    static Banner waiting(PlanStanding standing) {
        return new Banner(
                Tone.CARE, MESSAGES.text("waiting", String.join(", ", standing.officers()), standing.words()));
    }

    private static Map<CredentialId, Secret> values(Map<CredentialId, SecretField> fields) {
        Map<CredentialId, Secret> values = new HashMap<>();
        fields.forEach((credential, field) -> field.takeIfGiven().ifPresent(value -> values.put(credential, value)));
        return values;
    }
}
