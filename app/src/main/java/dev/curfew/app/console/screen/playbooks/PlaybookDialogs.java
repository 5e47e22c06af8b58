package dev.curfew.app.console.screen.playbooks;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.screen.playbooks.PlaybooksViewModel.Shown;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.usecase.playbook.PlaybookCase;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// What the screen asks a person: always a signature.
final class PlaybookDialogs {
    private static final Messages MESSAGES = Messages.of(PlaybookDialogs.class);

    private final Session session;
    private final PlaybooksViewModel model;

    PlaybookDialogs(Session session, PlaybooksViewModel model) {
        this.session = session;
        this.model = model;
    }

    void bring() {
        session.files().toOpen(MESSAGES.text("bring.open")).ifPresent(this::bring);
    }

    private void bring(Path file) {
        model.bring(file, this::sign);
    }

    /// The one that is looked at, with what was worked out of it.
    void sign() {
        model.cases()
                .selected()
                .get()
                .ifPresent(one -> model.cases()
                        .reviewed()
                        .ifPresent(matches -> sign(new Shown(one.signed().playbook(), matches))));
    }

    private void sign(Shown shown) {
        OfficerFields officer = new OfficerFields(model.cases().signers());
        VBox form = new VBox(
                PlaybookView.said(shown.playbook()),
                new Section(MESSAGES.text("now"), PlaybookView.matches(shown.matches())),
                officer);
        form.getStyleClass().add("form");
        Action confirm = session.dialogs()
                .closing(
                        MESSAGES.text("sign.confirm"),
                        Material2OutlinedAL.GESTURE,
                        () -> model.sign(officer.take(), shown))
                .when(officer.availability());
        session.dialogs()
                .show(Sheet.of(
                                MESSAGES.text("sign.title", shown.playbook().name()),
                                MESSAGES.text("sign.lead", shown.playbook().signatures()),
                                form,
                                confirm)
                        .focusing(officer.first()));
    }

    void withdraw() {
        model.cases().selected().get().ifPresent(one -> {
            WithdrawForm form = new WithdrawForm(model.cases().signers());
            Action confirm = session.dialogs()
                    .closing(
                            MESSAGES.text("withdraw.confirm"),
                            Material2OutlinedAL.BLOCK,
                            () -> model.withdraw(form.take(), one.name(), form.reason()))
                    .when(form.availability());
            session.dialogs()
                    .show(Sheet.of(
                                    MESSAGES.text("withdraw.title", one.name()),
                                    MESSAGES.text("withdraw.lead"),
                                    form,
                                    confirm)
                            .focusing(form.first())
                            .dangerously());
        });
    }

    void review() {
        model.cases().selected().get().flatMap(PlaybookEntry::toReview).ifPresent(this::review);
    }

    private void review(PlaybookCase one) {
        ReviewForm form = new ReviewForm(one, model.cases().signers());
        String run = one.run().plan();
        Action confirm = session.dialogs()
                .closing(
                        MESSAGES.text("review.confirm"),
                        Material2OutlinedMZ.RATE_REVIEW,
                        () -> model.review(form.take(), run, form.right(), form.remark()))
                .when(form.availability());
        session.dialogs()
                .show(Sheet.of(MESSAGES.text("review.title"), MESSAGES.text("review.lead"), form, confirm)
                        .focusing(form.first()));
    }
}
