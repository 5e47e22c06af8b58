package dev.curfew.app.console.screen.policies;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.component.layout.Facts;
import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.component.text.PrettyJson;
import dev.curfew.governance.judgement.PolicyVersion;
import dev.curfew.governance.judgement.Replay;
import dev.curfew.governance.policy.PolicyRule;
import dev.curfew.governance.policy.question.QuestionJson;
import dev.curfew.model.text.Messages;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// One policy, one changed decision, one version in full.
final class Inspections {

    private static final Messages MESSAGES = Messages.of(Inspections.class);
    private static final int ROWS_MAX = 22;

    private Inspections() {}

    static VBox of(PolicyRule rule, Action show) {
        Facts facts = new Facts()
                .add(MESSAGES.text("fact.effect"), PolicyWords.effect(rule))
                .add(
                        MESSAGES.text("fact.place"),
                        MESSAGES.text("fact.line", rule.place().line()))
                .add(MESSAGES.text("fact.remark"), rule.remark());
        return page(rule.id(), new FlowPane(PolicyWords.chip(rule)), show, facts, "source", rule.source());
    }

    static VBox of(Replay.Change change, Action show) {
        Facts facts = new Facts()
                .add(MESSAGES.text("fact.request"), change.request())
                .add(MESSAGES.text("fact.was"), PolicyWords.decision(change.before()))
                .add(MESSAGES.text("fact.wouldbe"), change.after().words());
        return page(
                MESSAGES.text("change", change.index()),
                new FlowPane(),
                show,
                facts,
                "question",
                PrettyJson.of(QuestionJson.text(change.after().question())));
    }

    static VBox of(SavedVersion saved, Action take) {
        PolicyVersion version = saved.version();
        Facts facts = new Facts()
                .add(MESSAGES.text("fact.by"), PolicyWords.savedBy(version))
                .add(MESSAGES.text("fact.at"), PolicyWords.savedAt(version))
                .add(MESSAGES.text("fact.difference"), PolicyWords.difference(saved))
                .add(MESSAGES.text("fact.hash"), version.hash());
        return page(
                PolicyWords.number(version),
                new FlowPane(PolicyWords.state(saved.inForce())),
                take,
                facts,
                "source",
                version.pack().policies());
    }

    private static VBox page(String title, FlowPane chips, Action next, Facts facts, String key, String text) {
        Label heading = new Label(title);
        heading.getStyleClass().add("inspector-title");
        heading.setWrapText(true);
        chips.getStyleClass().add("chips");
        FlowPane buttons = new FlowPane(ActionButton.withWords(next).styled("small"));
        buttons.getStyleClass().add("buttons");
        VBox box = new VBox(heading, chips, buttons, facts, new Section(MESSAGES.text(key), area(key, text)));
        box.getStyleClass().add("inspector-content");
        chips.setManaged(!chips.getChildren().isEmpty());
        return box;
    }

    private static Node area(String key, String text) {
        TextArea area = new TextArea(text);
        area.setEditable(false);
        area.setWrapText(true);
        area.getStyleClass().addAll("code", "document");
        area.setAccessibleText(MESSAGES.text(key));
        area.setPrefRowCount((int) Math.min(ROWS_MAX, text.lines().count() + 2));
        return area;
    }
}
