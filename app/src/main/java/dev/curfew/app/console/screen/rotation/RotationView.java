package dev.curfew.app.console.screen.rotation;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.component.layout.Facts;
import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.rotation.Look;
import dev.curfew.revocation.rotation.Rotation;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// One rotation: what works now, what may follow, and whether the old one is still used.
final class RotationView extends VBox {
    private static final Messages MESSAGES = Messages.of(RotationView.class);

    private final Rotation rotation;
    private final VBox use = new VBox();

    /// @param look empty: the source was not asked since this screen was opened
    RotationView(
            Rotation rotation,
            List<Action> actions,
            ObservableValue<Optional<Look>> look,
            ObservableValue<Instant> now) {
        this.rotation = rotation;
        getStyleClass().add("inspector-content");
        use.getStyleClass().add("tight-lines");
        Label title = new Label(Words.brief(rotation.old().nativeId()));
        title.getStyleClass().add("inspector-title");
        title.setWrapText(true);
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("buttons");
        actions.forEach(action ->
                buttons.getChildren().add(ActionButton.withWords(action).styled("small")));
        getChildren()
                .setAll(
                        title,
                        StageWords.chip(rotation.stage()),
                        new WrappedLabel(StageWords.next(rotation.stage())),
                        buttons);
        if (StageWords.mayLook(rotation)) {
            getChildren().add(new Section(MESSAGES.text("use"), use));
        }
        getChildren().add(facts());
        // Listens only while it is in a scene: looks and time go on to the next rotation.
        ObservableValue<Boolean> seen = sceneProperty().map(Objects::nonNull).orElse(false);
        look.when(seen).subscribe(it -> show(it, now.getValue()));
        now.when(seen).subscribe(it -> show(look.getValue(), it));
    }

    /// How long the old one has been quiet goes on by itself; the source is asked only when somebody says so.
    private void show(Optional<Look> look, Instant now) {
        use.getChildren().clear();
        if (look.isPresent()) {
            use.getChildren()
                    .addAll(QuietWords.chip(look.get(), now), new WrappedLabel(QuietWords.sentence(look.get(), now)));
        } else {
            use.getChildren().add(WrappedLabel.muted(MESSAGES.text("use.unasked")));
        }
    }

    private Section facts() {
        Facts facts = new Facts()
                .add(MESSAGES.text("fact.old"), rotation.old().text())
                .add(
                        MESSAGES.text("fact.new"),
                        rotation.fresh().map(CredentialId::text).orElse(MESSAGES.text("fresh.none")))
                .add(MESSAGES.text("fact.kind"), Words.kind(rotation.kind()))
                .add(MESSAGES.text("fact.to"), rotation.to())
                .add(
                        MESSAGES.text("fact.handed"),
                        rotation.handedAt().map(Words::moment).orElse(""))
                .add(MESSAGES.text("fact.since"), Words.moment(rotation.since()))
                .add(MESSAGES.text("fact.said"), rotation.said())
                .add(MESSAGES.text("fact.by"), rotation.officer())
                .add(MESSAGES.text("fact.reason"), rotation.reason())
                .add(MESSAGES.text("fact.plan"), rotation.plan().orElse(""));
        return new Section(MESSAGES.text("facts"), facts);
    }
}
