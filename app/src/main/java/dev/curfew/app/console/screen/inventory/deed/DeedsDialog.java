package dev.curfew.app.console.screen.inventory.deed;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.dialog.Awaited;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.layout.ActionLine;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// What was done at sources, newest first, each with its way back.
///
/// @param <T> one of it
public abstract class DeedsDialog<T> {
    /// Older ones are in the ledger.
    private static final int LINES_MAX = 40;

    private final Session session;
    private final Messages words;
    private final String id;
    private final Ikon icon;
    private final Awaited awaited;

    /// @param words with what is said of it
    /// @param id of the list, and of the work that reads it
    protected DeedsDialog(Session session, Messages words, String id, Ikon icon) {
        this.session = session;
        this.words = words;
        this.id = id;
        this.icon = icon;
        awaited = new Awaited(session.dialogs(), session.work(), id, words.text("all"));
    }

    protected final Session session() {
        return session;
    }

    /// In the order of their beginning. Not on the FX thread.
    protected abstract List<T> all();

    /// What it was done to.
    protected abstract String name(T one);

    /// What is said below that.
    protected abstract List<Node> said(T one);

    /// What the way back is called; empty where there is none any more.
    protected abstract String undo(T one);

    protected abstract Enum<?> stage(T one);

    /// What is shown to whoever is about to take it back.
    protected List<Node> shown(T one) {
        return List.of();
    }

    /// Takes it back. Not on the FX thread.
    protected abstract T rollback(OfficerLogin login, T one) throws InterruptedException;

    /// @param signers officers whose keys are on this machine
    private record Known<T>(List<T> newestFirst, List<Officer> signers) {}

    public final void open() {
        open(Optional.empty());
    }

    /// Somebody closed the dialog while something was written: how far it came is in the list. Over what was opened
    /// since it does not come.
    public final void brokenOff() {
        session.pulse().changed();
        if (!session.dialogs().isShown()) {
            open(Optional.of(words.text("broken-off")));
        }
    }

    /// @param said what came of what was done last
    private void open(Optional<String> said) {
        awaited.start(
                words.text("all.reading"),
                _ -> new Known<>(all().reversed(), session.desk().officers().signers()),
                known -> show(known, said),
                this::failed);
    }

    private void show(Known<T> known, Optional<String> said) {
        List<T> all = known.newestFirst();
        VBox content = new VBox();
        content.setId(id);
        content.getStyleClass().add("lines");
        said.ifPresent(broken -> content.getChildren().add(new Banner(Tone.CARE, broken)));
        all.stream().limit(LINES_MAX).forEach(one -> content.getChildren().add(line(one, known.signers())));
        if (all.isEmpty()) {
            content.getChildren().add(Placeholder.empty(icon, words.text("all.none"), words.text("all.none.next")));
        }
        if (all.size() > LINES_MAX) {
            content.getChildren().add(WrappedLabel.muted(words.text("all.more", all.size() - LINES_MAX)));
        }
        String lead = all.isEmpty() ? "" : words.text("all.lead");
        session.dialogs().show(Sheet.showing(words.text("all"), lead, content));
    }

    private ActionLine line(T one, List<Officer> signers) {
        Label name = new WrappedLabel(name(one));
        name.getStyleClass().addAll("code", "semibold");
        VBox lines = new VBox(name);
        lines.getChildren().addAll(said(one));
        lines.getStyleClass().add("tight-lines");
        String undo = undo(one);
        return new ActionLine(
                lines,
                undo.isEmpty()
                        ? List.of()
                        : List.of(Action.of(undo, Material2OutlinedMZ.UNDO, () -> confirm(one, signers))
                                .when(new SimpleObjectProperty<>(DeedForm.may(session, words, signers)))));
    }

    private void confirm(T one, List<Officer> signers) {
        OfficerFields officer = new OfficerFields(signers);
        VBox form = new VBox(officer);
        form.getChildren().addAll(shown(one));
        form.getStyleClass().add("form");
        Action back = Action.of(undo(one), Material2OutlinedMZ.UNDO, () -> back(one, officer.take()))
                .when(officer.availability());
        session.dialogs()
                .show(Sheet.of(words.text("undo.title", name(one)), words.text("undo.lead." + stage(one)), form, back));
    }

    private void back(T one, OfficerLogin login) {
        awaited.sign(
                words.text("undoing"),
                login,
                _ -> rollback(login, one),
                _ -> {
                    session.pulse().changed();
                    open();
                },
                this::failed,
                this::brokenOff);
    }

    private void failed(Failure failure) {
        Action again = Action.of(words.text("again"), Material2OutlinedMZ.REFRESH, this::open);
        awaited.failed(words.text("all.failed"), failure, again);
    }
}
