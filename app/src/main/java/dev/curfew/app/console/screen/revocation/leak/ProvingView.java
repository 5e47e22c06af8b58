package dev.curfew.app.console.screen.revocation.leak;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.component.form.FileDrop;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.usecase.revocation.leak.SuppliedValues;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// Which of what ends can be proved to be refused, and where more values come from. Nobody has to wait for it: cutting
/// off goes without.
final class ProvingView extends VBox {
    private static final Messages MESSAGES = Messages.of(ProvingView.class);
    private static final String JOB = "leak-values";

    /// More are counted.
    private static final int NAMED_MAX = 5;

    private final Session session;
    private final Looked looked;
    private final Lent lent;
    private final Label standing = new WrappedLabel("");
    private final Label notes = WrappedLabel.muted("");

    ProvingView(Session session, Looked looked, Lent lent) {
        this.session = session;
        this.looked = looked;
        this.lent = lent;
        getStyleClass().add("field");
        Label title = new Label(MESSAGES.text("prove"));
        title.getStyleClass().add("field-label");
        standing.setId("provable");
        notes.managedProperty().bind(notes.textProperty().isNotEmpty());
        Label hint = WrappedLabel.muted(MESSAGES.text("prove.hint"));
        hint.getStyleClass().add("field-hint");
        HBox from = new HBox(
                button(
                        "prove.file",
                        Material2OutlinedAL.INSERT_DRIVE_FILE,
                        () -> session.files()
                                .toOpen(MESSAGES.text("prove.file"))
                                .ifPresent(this::read)),
                button(
                        "prove.folder",
                        Material2OutlinedAL.FOLDER_OPEN,
                        () -> session.files()
                                .folder(MESSAGES.text("prove.folder"))
                                .ifPresent(this::read)));
        from.getStyleClass().add("toolbar");
        getChildren().addAll(title, standing, notes, from, hint);
        FileDrop.onto(this, this::read);
        tell();
    }

    private static ActionButton button(String key, Material2OutlinedAL icon, Runnable run) {
        return ActionButton.withWords(Action.of(MESSAGES.text(key), icon, run)).styled("small");
    }

    private void read(Path chosen) {
        read(List.of(chosen));
    }

    private void read(List<Path> chosen) {
        standing.setText(MESSAGES.text("prove.looking"));
        notes.setText("");
        session.work()
                .start(
                        new Job<>(
                                JOB,
                                MESSAGES.text("prove.looking"),
                                _ -> {
                                    // Lent at once: if the dialog is gone by now, they are wiped.
                                    SuppliedValues found =
                                            session.desk().leaks().supplied(chosen, looked.ids());
                                    lent.supply(found);
                                    return found.notes();
                                },
                                this::tell,
                                failure -> tell(List.of(failure.sentence()))),
                        this::tell);
    }

    private void tell(List<String> said) {
        tell();
        notes.setText(String.join("\n", said));
    }

    private void tell() {
        Set<String> without = new TreeSet<>(looked.ids());
        Values values = lent.values();
        values.leaked().ifPresent(_ -> without.removeAll(looked.whose()));
        values.supplied().values().keySet().forEach(credential -> without.remove(credential.text()));
        int all = looked.ids().size();
        standing.setText(
                without.isEmpty()
                        ? MESSAGES.text("prove.all", all)
                        : MESSAGES.text("prove.some", all - without.size(), all, some(without)));
    }

    private static String some(Set<String> ids) {
        String named = ids.stream().limit(NAMED_MAX).collect(Collectors.joining(", "));
        return ids.size() <= NAMED_MAX ? named : MESSAGES.text("prove.more", named, ids.size() - NAMED_MAX);
    }

    /// Nobody waits for it any more.
    void stop() {
        session.work().cancel(JOB);
    }
}
