package dev.curfew.app.console.screen.revocation.offboard;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.Awaited;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.form.Prose;
import dev.curfew.app.console.component.form.Spoken;
import dev.curfew.app.console.screen.cases.Cases;
import dev.curfew.app.console.screen.revocation.preview.PreviewView;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.estate.Leaving;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.choice.Naming;
import dev.curfew.revocation.plan.KillOrder;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Whose, what of it, what that would do; then a plan, which is run as any other. Changes nothing at a source.
public final class OffboardDialog {

    private static final Messages MESSAGES = Messages.of(OffboardDialog.class);
    private static final String JOB = "offboard";
    private static final int REASON_ROWS = 2;

    private final Session session;
    private final Cases<RevocationCase, ?> cases;
    private final Awaited awaited;

    public OffboardDialog(Session session, Cases<RevocationCase, ?> cases) {
        this.session = session;
        this.cases = cases;
        awaited = new Awaited(session.dialogs(), session.work(), JOB, MESSAGES.text("who"));
    }

    public void open() {
        ComboBox<Leaving> kind = new ComboBox<>();
        kind.setId("offboard-kind");
        kind.getItems().setAll(Leaving.values());
        kind.setValue(Leaving.OWNER);
        kind.setAccessibleText(MESSAGES.text("who.kind"));
        kind.setConverter(new Spoken<>(one -> MESSAGES.text("kind." + one)));
        TextField owner = new TextField();
        owner.setId("offboard-owner");
        Action look = Action.of(
                        MESSAGES.text("who.look"),
                        Material2OutlinedMZ.SEARCH,
                        () -> open(kind.getValue(), owner.getText().strip()))
                .when(Bindings.createObjectBinding(
                        () -> Availability.unless(owner.getText().isBlank(), MESSAGES.text("who.missing")),
                        owner.textProperty()));
        VBox form = new VBox(
                Field.of(MESSAGES.text("who.kind"), kind, ""),
                Field.of(MESSAGES.text("who.owner"), owner, MESSAGES.text("who.hint")));
        form.getStyleClass().add("form");
        session.dialogs()
                .show(Sheet.of(MESSAGES.text("who"), MESSAGES.text("lead"), form, look)
                        .focusing(owner));
    }

    /// @param owner by any name that is known of them
    public void open(String owner) {
        open(Leaving.OWNER, owner);
    }

    private void open(Leaving kind, String name) {
        awaited.start(MESSAGES.text("owned.reading"), _ -> had(kind, name), ids -> choose(name, ids), this::failed);
    }

    private List<String> had(Leaving kind, String name) {
        List<String> ids = kind.of(session.desk().estate().current(), name).stream()
                .map(EntityId::text)
                .toList();
        if (ids.isEmpty()) {
            throw new Refused(MESSAGES.text("none." + kind, name));
        }
        return ids;
    }

    private void choose(String owner, List<String> ids) {
        OwnedView view = new OwnedView(ids);
        ObservableValue<Availability> ready =
                view.chosen().map(many -> Availability.unless(many.intValue() == 0, MESSAGES.text("owned.missing")));
        Action look = Action.of(MESSAGES.text("look"), Material2OutlinedMZ.SEARCH, () -> {
                    Extent extent = view.deletes() ? Extent.DELETE : Extent.DEACTIVATE;
                    look(owner, new Naming(view.leaving(), List.of()), extent);
                })
                .when(ready);
        session.dialogs().show(Sheet.of(MESSAGES.text("title", owner), MESSAGES.text("owned.lead"), view, look));
    }

    private void look(String owner, Naming naming, Extent extent) {
        awaited.start(
                MESSAGES.text("looking"),
                _ -> session.desk().revocations().foresee(new KillOrder(naming, extent, "")),
                preview -> confirm(owner, naming, extent, preview),
                this::failed);
    }

    private void confirm(String owner, Naming naming, Extent extent, Map<String, Object> preview) {
        Prose reason = new Prose("offboard-reason", REASON_ROWS, MESSAGES.text("reason.default", owner));
        OfficerFields officer = new OfficerFields(cases.signers());
        PreviewView form = new PreviewView(
                preview, _ -> List.of(), session.copying(), officer, Field.of(MESSAGES.text("reason"), reason, ""));
        Action make = Action.of(MESSAGES.text("plan"), Material2OutlinedAL.FACT_CHECK, () -> {
                    OfficerLogin login = officer.take();
                    KillOrder order =
                            new KillOrder(naming, extent, reason.getText().strip());
                    session.dialogs().close();
                    plan(login, order);
                })
                .when(officer.availability(cases.following(cases::maySign), reason, MESSAGES.text("reason.missing")));
        session.dialogs()
                .show(Sheet.of(MESSAGES.text("title", owner), MESSAGES.text("plan.lead"), form, make)
                        .focusing(officer.first()));
    }

    private void plan(OfficerLogin login, KillOrder order) {
        cases.act(
                MESSAGES.text("planning"),
                login,
                List.of(),
                _ -> session.desk().revocations().plan(login, order),
                made -> cases.select(made.plan().id()));
    }

    private void failed(Failure failure) {
        Action again = Action.of(MESSAGES.text("again"), Material2OutlinedMZ.SEARCH, this::open);
        awaited.failed(MESSAGES.text("failed"), failure, again);
    }
}
