package dev.curfew.app.console.screen.approval;

import dev.curfew.app.console.component.dialog.Copying;
import dev.curfew.app.console.component.layout.Facts;
import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.screen.cases.RecheckTone;
import dev.curfew.app.console.screen.revocation.preview.PreviewView;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.exchange.PlanShown;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// A plan that a file from another machine asks to be signed, with what would end by it.
final class PlanQuestionView extends VBox {
    private static final Messages MESSAGES = Messages.of(PlanQuestionView.class);

    /// @param asked what a person does about it
    PlanQuestionView(PlanShown shown, Copying copying, Node asked) {
        getStyleClass().add("form");
        setId("question");
        RevocationPlan plan = shown.question().plan();
        Facts facts = new Facts()
                .add(MESSAGES.text("question.plan"), plan.id())
                .add(MESSAGES.text("question.reason"), plan.reason())
                .add(MESSAGES.text("question.requester"), plan.requester())
                .add(MESSAGES.text("question.planned"), Words.moment(plan.createdAt()));
        Senders.add(facts, shown.question().sender(), MESSAGES.text("question.runs"));
        getChildren()
                .addAll(
                        new Section(MESSAGES.text("question"), facts),
                        new Banner(
                                RecheckTone.of(shown.checked()),
                                MESSAGES.text("question.plan.checked."
                                        + shown.checked().recheck())),
                        new PreviewView(plan.preview(), _ -> List.of(), copying, asked));
    }
}
