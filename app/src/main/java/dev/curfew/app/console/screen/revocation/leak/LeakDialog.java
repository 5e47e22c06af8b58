package dev.curfew.app.console.screen.revocation.leak;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.Awaited;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.Listed;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.form.Prose;
import dev.curfew.app.console.component.form.SecretField;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.screen.cases.Cases;
import dev.curfew.app.console.screen.revocation.preview.PreviewView;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.app.usecase.revocation.leak.LeakedText;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.choice.Traces;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Something leaked: first what cutting it off would do, then a button that does just that. The value is in memory
/// from the one to the other.
public final class LeakDialog {
    private static final Messages MESSAGES = Messages.of(LeakDialog.class);
    private static final String LOOKING = "leak-looking";
    private static final int REASON_ROWS = 1;

    private final Session session;
    private final Cases<RevocationCase, ?> cases;
    private final CuttingOff cuttingOff;
    private final Awaited awaited;

    public LeakDialog(Session session, Cases<RevocationCase, ?> cases) {
        this.session = session;
        this.cases = cases;
        cuttingOff = new CuttingOff(session.desk(), session.work(), cases);
        awaited = new Awaited(session.dialogs(), session.work(), LOOKING, MESSAGES.text("title"));
    }

    /// @param id of what is to be cut off; empty: that is asked for
    public void open(String id) {
        if (id.isEmpty()) {
            ask("");
        } else {
            look(new Lent(Optional.empty()), List.of(id), MESSAGES.text("cut.reason.panel"), () -> open(id));
        }
    }

    /// Looking changes nothing: it asks for nobody's key, also where nothing may be written.
    private void ask(String before) {
        SecretField value = new SecretField(MESSAGES.text("value"), MESSAGES.text("value.hint"), session.files());
        value.field().setId("leaked-value");
        TextField named = new TextField(before);
        named.setId("leaked-named");
        VBox form = new VBox(value, Field.of(MESSAGES.text("named"), named, MESSAGES.text("named.hint")));
        form.getStyleClass().add("form");
        ObservableValue<Availability> ready = Bindings.createObjectBinding(
                () -> Availability.unless(value.isEmpty() && named.getText().isBlank(), MESSAGES.text("missing")),
                value.text(),
                named.textProperty());
        Action look = Action.of(
                        MESSAGES.text("look"),
                        Material2OutlinedMZ.SEARCH,
                        () -> look(value.takeIfGiven(), named.getText()))
                .when(ready);
        session.dialogs()
                .show(Sheet.of(MESSAGES.text("title"), MESSAGES.text("lead"), form, look)
                        .focusing(value.field()));
    }

    private void look(Optional<Secret> value, String named) {
        look(
                new Lent(value.map(LeakedText::alone)),
                Listed.in(named),
                MESSAGES.text("cut.reason.default"),
                () -> ask(named));
    }

    /// @param why what stands as the reason until somebody writes another
    /// @param again asks for the same once more
    private void look(Lent lent, List<String> named, String why, Runnable again) {
        look(
                lent,
                looking -> looking.look(
                        lent.values().leaked(), named, session.pulse().now().get()),
                why,
                again);
    }

    /// Shows the same anew with what a record says was made: that is signed then, and nothing else.
    private void along(Lent lent, Looked looked, Traces made, String why) {
        Lent next = lent.passedOn();
        session.dialogs().close();
        look(next, looking -> looking.along(looked, made, session.pulse().now().get()), why, () -> ask(""));
    }

    /// From what leaked to what is shown.
    @FunctionalInterface
    private interface Question {
        Looked to(Looking looking) throws InterruptedException;
    }

    private void look(Lent lent, Question question, String why, Runnable again) {
        awaited.start(
                MESSAGES.text("looking"),
                _ -> question.to(new Looking(session.desk())),
                looked -> confirm(lent, looked, why),
                failure -> failed(lent, failure, again),
                lent::close);
    }

    private void failed(Lent lent, Failure failure, Runnable again) {
        lent.close();
        awaited.failed(
                MESSAGES.text("looking.failed"),
                failure,
                Action.of(MESSAGES.text("again"), Material2OutlinedMZ.SEARCH, again));
    }

    /// Where the value stands is read before somebody signs.
    private static Node[] asked(Looked looked, Node... fields) {
        return Stream.concat(looked.notes().stream().map(words -> new Banner(Tone.NOTE, words)), Stream.of(fields))
                .toArray(Node[]::new);
    }

    private void confirm(Lent lent, Looked looked, String why) {
        Prose reason = new Prose("leaked-reason", REASON_ROWS, why);
        OfficerFields officer = new OfficerFields(cases.signers());
        ProvingView proving = new ProvingView(session, looked, lent);
        DidView did = new DidView(session, looked.whom(), made -> along(lent, looked, made, reason.getText()));
        PreviewView preview = new PreviewView(
                looked.preview(),
                id -> looked.known().getOrDefault(id, List.of()),
                session.copying(),
                asked(looked, proving, officer, Field.of(MESSAGES.text("cut.reason"), reason, "")));
        VBox form = new VBox(preview, did);
        form.getStyleClass().add("form");
        Action cut = Action.of(MESSAGES.text("cut.confirm", looked.credentials()), Material2OutlinedAL.BLOCK, () -> {
                    Values values = lent.take();
                    var login = officer.take();
                    String given = reason.getText().strip();
                    session.dialogs().close();
                    cuttingOff.cutOff(login, looked, values, given);
                })
                .when(officer.availability(
                        cases.following(cases::maySign), reason, MESSAGES.text("cut.reason.missing")));
        session.dialogs()
                .show(Sheet.of(MESSAGES.text("cut.title", looked.credentials()), MESSAGES.text("cut.lead"), form, cut)
                        .dangerously()
                        .focusing(officer.first())
                        .thenRun(() -> {
                            proving.stop();
                            did.stop();
                            lent.close();
                        }));
    }
}
