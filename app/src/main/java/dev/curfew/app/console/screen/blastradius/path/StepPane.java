package dev.curfew.app.console.screen.blastradius.path;

import dev.curfew.analysis.graph.whatif.PlannedChange;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.layout.Facts;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.ReachWords;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.app.console.screen.blastradius.answer.Answer;
import dev.curfew.app.console.screen.blastradius.answer.Chosen;
import dev.curfew.app.console.screen.blastradius.cut.Cut;
import dev.curfew.app.console.screen.blastradius.cut.Cuts;
import dev.curfew.app.console.screen.blastradius.document.Excerpt;
import dev.curfew.app.console.screen.blastradius.document.Excerpts;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// One step: what it allows, the deciding statement at its place in its document, what it depends on, what cuts it.
final class StepPane extends VBox {
    private static final Messages MESSAGES = Messages.of(StepPane.class);

    /// A longer statement scrolls, and is whole in its document.
    private static final int STATEMENT_ROWS_MAX = 14;

    private final Hop hop;
    private final StepActions actions;

    /// @param chosen with the step that is looked at
    StepPane(Answer answer, Chosen chosen, StepActions actions) {
        this.actions = actions;
        hop = chosen.step().orElseThrow();
        getStyleClass().add("step-pane");
        Cuts cuts = new Cuts(answer.index());
        List<Cut> ways = cuts.of(chosen.path(), chosen.at());
        Facts facts = new Facts();
        facts.add(MESSAGES.text("allows"), PathWords.allows(hop));
        List<Excerpt> excerpts = new Excerpts(answer.index()).of(hop);
        if (excerpts.isEmpty()) {
            facts.add(MESSAGES.text("decided"), undocumented());
        } else {
            facts.add(
                    MESSAGES.text("decided"),
                    stack(excerpts.stream().map(this::statement).toList()));
        }
        facts.add(MESSAGES.text("depends"), PathWords.condition(hop.decision()));
        if (hop.decision() instanceof Evaluation.Unknown) {
            facts.add(MESSAGES.text("certainty"), Chip.of(Tone.UNKNOWN, MESSAGES.text("uncertain")));
        }
        facts.add(
                MESSAGES.text("cut"),
                ways.isEmpty()
                        ? new WrappedLabel(MESSAGES.text("cut.none"))
                        : stack(ways.stream().map(this::cut).toList()));
        getChildren().addAll(facts, buttons(ways, cuts.revocable(chosen.path(), chosen.at())));
    }

    private String undocumented() {
        return switch (hop.kind()) {
            case MEMBER_OF, HOLDS, LOGS_IN_AS -> PathWords.record(hop);
            case ASSUMES, FEDERATES, PASSES_ROLE, MINTS, RUNS_AS, IMPERSONATES, READS, WRITES, ADMINISTERS, ESCALATES ->
                ReachWords.decision(hop.decision());
        };
    }

    private static VBox stack(List<? extends Node> nodes) {
        VBox box = new VBox();
        box.getChildren().addAll(nodes);
        box.getStyleClass().add("lines");
        return box;
    }

    private Node statement(Excerpt excerpt) {
        String key = excerpt.label().isEmpty() ? "statement" : "statement.label";
        String words = MESSAGES.text(
                key, excerpt.number(), excerpt.policy().name(), excerpt.first(), excerpt.last(), excerpt.label());
        Label where = new WrappedLabel(words);
        where.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(where, Priority.ALWAYS);
        Action whole = Action.of(
                MESSAGES.text("document.show"),
                Material2OutlinedAL.DESCRIPTION,
                () -> actions.show(DocumentSheet.of(excerpt)));
        ActionButton button = ActionButton.withWords(whole).styled("small", "flat");
        button.setMinWidth(Region.USE_PREF_SIZE);
        HBox top = new HBox(where, button);
        top.setAlignment(Pos.CENTER_LEFT);
        TextArea area = new TextArea(excerpt.text());
        area.setEditable(false);
        area.getStyleClass().addAll("code", "document");
        area.setPrefColumnCount(1);
        area.setPrefRowCount(Math.clamp(excerpt.last() - excerpt.first() + 1L, 1, STATEMENT_ROWS_MAX));
        area.setMinHeight(Region.USE_PREF_SIZE);
        area.setAccessibleText(words);
        return stack(List.of(top, area));
    }

    private Node cut(Cut cut) {
        Label words = new WrappedLabel(
                cut.beside().isEmpty() ? cut.words() : MESSAGES.text("cut.beside", cut.words(), cut.beside()));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Action compare = Action.of(
                MESSAGES.text("compare.one"), Material2OutlinedAL.COMPARE_ARROWS, () -> actions.compare(cut.change()));
        ActionButton button = ActionButton.withWords(compare).styled("small", "flat");
        button.setAccessibleText(MESSAGES.text("compare.sentence", cut.words()));
        button.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(words, button);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node buttons(List<Cut> ways, Optional<EntityId> revocable) {
        Optional<PlannedChange> first = ways.stream().map(Cut::change).findFirst();
        Action compare = Action.of(
                        MESSAGES.text("compare"),
                        Material2OutlinedAL.COMPARE_ARROWS,
                        () -> first.ifPresent(actions::compare))
                .when(new javafx.beans.property.SimpleObjectProperty<>(
                        Availability.unless(first.isEmpty(), MESSAGES.text("cut.none"))));
        Action revoke = Action.of(
                        MESSAGES.text("revoke"), Material2OutlinedAL.BLOCK, () -> revocable.ifPresent(actions::revoke))
                .when(revocable
                        .map(actions::mayRevoke)
                        .orElseGet(() -> new javafx.beans.property.SimpleObjectProperty<>(
                                Availability.unless(true, MESSAGES.text("revoke.none")))));
        FlowPane buttons = new FlowPane(ActionButton.withWords(compare), ActionButton.withWords(revoke));
        buttons.getStyleClass().add("buttons");
        return buttons;
    }
}
