package dev.curfew.app.console.screen.blastradius.compare;

import dev.curfew.analysis.graph.whatif.PlannedChange;
import dev.curfew.analysis.sketch.Fate;
import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.component.form.Pills;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.screen.blastradius.answer.Answer;
import dev.curfew.app.console.screen.blastradius.answer.AnswerWords;
import dev.curfew.app.console.screen.blastradius.model.BlastRadiusViewModel;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// What is planned, how much of the reach it would take away, give and leave, and the ways on from there.
public final class CompareBar extends VBox {
    private static final Messages MESSAGES = Messages.of(CompareBar.class);

    private final BlastRadiusViewModel model;
    private final FlowPane changes = new FlowPane();
    private final Pills<Optional<Fate>> fates;
    private final Label breaking = new Label();
    private final Label title = new Label(MESSAGES.text("title"));
    private final ActionButton add;
    private final ActionButton end;

    /// @param add plans one more change
    public CompareBar(BlastRadiusViewModel model, Action add) {
        this.model = model;
        getStyleClass().addAll("compare-bar", "card-box");
        fates = new Pills<>(
                List.of(Optional.empty(), Optional.of(Fate.LOST), Optional.of(Fate.GAINED), Optional.of(Fate.KEPT)),
                fate -> words(fate, 0, 0),
                model.narrowing().fate());
        title.getStyleClass().add("section-title");
        changes.getStyleClass().add("chips");
        Action another = Action.of(MESSAGES.text("add"), Material2OutlinedAL.ADD, add.work());
        this.add = ActionButton.withWords(another).styled("small", "flat");
        end = ActionButton.withWords(Action.of(MESSAGES.text("end"), Material2OutlinedAL.CLOSE, model::endComparison))
                .styled("small", "flat");
        FlowPane below = new FlowPane(fates, breaking);
        below.getStyleClass().add("wrapping-toolbar");
        getChildren().addAll(changes, below);
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    /// @param answer to a question with planned changes, or without: then there is nothing to tell
    public void show(Answer answer) {
        setVisible(answer.question().isComparison());
        changes.getChildren().setAll(title);
        answer.question().changes().forEach(change -> changes.getChildren().add(change(change, answer)));
        changes.getChildren().addAll(add, end);
        long all = answer.found().size();
        fates.name(fate -> words(fate, fate.map(answer::count).orElse(all), all));
        breaking.setText(MESSAGES.text("breaks", answer.breaking().size()));
        setAccessibleText(MESSAGES.text(
                "sentence",
                answer.count(Fate.LOST),
                answer.count(Fate.GAINED),
                answer.count(Fate.KEPT),
                answer.breaking().size()));
    }

    private static String words(Optional<Fate> fate, long count, long all) {
        return fate.map(it -> MESSAGES.text("fate." + it, count, AnswerWords.fate(it)))
                .orElseGet(() -> MESSAGES.text("fate.all", all));
    }

    private Node change(PlannedChange change, Answer answer) {
        boolean idle = answer.impossible().contains(change);
        String words = ChangeWords.of(change, answer.index());
        Chip chip = idle
                ? Chip.of(Tone.CARE, MESSAGES.text("idle", words))
                : Chip.of(Tone.NOTE, Material2OutlinedAL.EDIT, words);
        Action keep = Action.of(
                MESSAGES.text("keep", words), Material2OutlinedMZ.REMOVE_CIRCLE_OUTLINE, () -> model.keep(change));
        HBox both = new HBox(chip, ActionButton.iconOnly(keep).styled("small"));
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }
}
