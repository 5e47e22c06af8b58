package dev.curfew.app.console.screen.breakglass;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.form.Prose;
import dev.curfew.app.console.component.layout.Facts;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.screen.breakglass.form.RegisterForm;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.usecase.breakglass.UseOrder;
import dev.curfew.app.usecase.breakglass.checkout.CheckOuts.Recipient;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.breakglass.BreakGlassPath;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.model.text.Messages;
import java.util.List;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// What the screen asks a person. The buttons name their target.
final class BreakGlassDialogs {
    private static final Messages MESSAGES = Messages.of(BreakGlassDialogs.class);
    private static final int REMARK_ROWS = 3;

    private final Session session;
    private final BreakGlassViewModel model;

    BreakGlassDialogs(Session session, BreakGlassViewModel model) {
        this.session = session;
        this.model = model;
    }

    void register() {
        RegisterForm form = new RegisterForm(model.doors(), model.cases().signers(), session.files());
        Action confirm = session.dialogs()
                .closing(
                        MESSAGES.text("register.confirm"),
                        Material2OutlinedAL.LOCK,
                        () -> model.register(form.officer(), form.holders(), form.order(), form.credential()))
                .when(form.availability());
        session.dialogs()
                .show(Sheet.of(MESSAGES.text("register.title"), MESSAGES.text("register.lead"), form, confirm)
                        .focusing(form.first()));
    }

    void drill() {
        model.cases().selected().get().ifPresent(one -> {
            DrillForm form = new DrillForm(one.path(), model.cases().signers());
            Action confirm = session.dialogs()
                    .closing(
                            MESSAGES.text("drill.confirm", one.path().name()),
                            Material2OutlinedMZ.PLAY_ARROW,
                            () -> model.drill(form.officer(), form.holders()))
                    .when(form.availability());
            session.dialogs()
                    .show(Sheet.of(
                            MESSAGES.text("drill.title", one.path().name()),
                            MESSAGES.text("drill.lead", one.path().canary()),
                            form,
                            confirm));
        });
    }

    void checkOut() {
        model.cases().selected().get().ifPresent(one -> {
            BreakGlassPath path = one.path();
            CheckOutForm form = new CheckOutForm(path, model.cases().signers());
            Action confirm = Action.of(
                            MESSAGES.text("out.confirm", path.name()),
                            Material2OutlinedAL.LOCK_OPEN,
                            () -> checkOut(path, form))
                    .when(form.availability());
            session.dialogs()
                    .show(Sheet.of(
                                    MESSAGES.text("out.title", path.name()),
                                    MESSAGES.text(
                                            "out.lead",
                                            path.account(),
                                            path.source(),
                                            Words.length(path.reviewWithin())),
                                    form,
                                    confirm)
                            .focusing(form.first()));
        });
    }

    /// Where to is asked before anything is opened.
    private void checkOut(BreakGlassPath path, CheckOutForm form) {
        session.files()
                .toSave(MESSAGES.text("out.save"), MESSAGES.text("out.file", path.name()))
                .ifPresent(file -> {
                    Recipient to = new Recipient(form.recipient(), file);
                    OfficerLogin officer = form.officer();
                    List<OfficerLogin> holders = form.holders();
                    UseOrder order = form.order();
                    session.dialogs().close();
                    model.checkOut(officer, holders, order, to);
                });
    }

    void checkIn() {
        model.here()
                .ifPresent(use -> session.dialogs()
                        .show(Sheet.of(
                                        MESSAGES.text("in.title", use.path()),
                                        MESSAGES.text("in.lead"),
                                        facts(use),
                                        session.dialogs()
                                                .closing(
                                                        MESSAGES.text("in.confirm", use.path()),
                                                        Material2OutlinedAL.LOCK,
                                                        () -> model.checkIn(use)))
                                .dangerously()));
    }

    /// Asked of somebody who took no part: nobody else is offered.
    void review(PathUse use) {
        Prose remark = new Prose("review-remark", REMARK_ROWS, "");
        OfficerFields officer = new OfficerFields(model.reviewers(use));
        VBox form = new VBox(
                facts(use),
                Field.of(MESSAGES.text("review.remark"), remark, MESSAGES.text("review.remark.hint")),
                officer);
        form.getStyleClass().add("form");
        Action confirm = session.dialogs()
                .closing(
                        MESSAGES.text("review.confirm"),
                        Material2OutlinedMZ.RATE_REVIEW,
                        () -> model.review(officer.take(), use, remark.getText().strip()))
                .when(officer.availability(remark, MESSAGES.text("review.remark.missing")));
        session.dialogs()
                .show(Sheet.of(
                                MESSAGES.text("review.title", use.id()),
                                MESSAGES.text("review.lead", UseWords.by(use)),
                                form,
                                confirm)
                        .focusing(remark));
    }

    private static Facts facts(PathUse use) {
        return new Facts()
                .add(MESSAGES.text("in.use"), use.id())
                .add(MESSAGES.text("in.said"), use.said().words())
                .add(MESSAGES.text("in.by"), use.officer())
                .add(MESSAGES.text("in.since"), Words.moment(use.openedAt()))
                .add(MESSAGES.text("in.reason"), use.reason());
    }
}
