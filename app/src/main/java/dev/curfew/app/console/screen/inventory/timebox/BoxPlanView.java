package dev.curfew.app.console.screen.inventory.timebox;

import dev.curfew.app.console.component.layout.Facts;
import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.timebox.BoxPlan;
import javafx.scene.layout.VBox;

/// What an end on standing access would do: who ends it, what goes out of reach, and what it does not end.
final class BoxPlanView extends VBox {
    private static final Messages MESSAGES = Messages.of(BoxPlanView.class);

    BoxPlanView(BoxPlan plan) {
        getStyleClass().add("form");
        setId("timebox-plan");
        boolean beyond = plan.boxable().held() && !plan.enforcement().byTarget();
        if (beyond) {
            getChildren()
                    .add(new Banner(
                            Tone.CARE,
                            MESSAGES.text("beyond", plan.enforcement().reason())));
        }
        if (!plan.boxable().held()) {
            getChildren().add(new Banner(Tone.CARE, MESSAGES.text("watch")));
        }
        if (!plan.complete()) {
            getChildren().add(new Banner(Tone.UNKNOWN, MESSAGES.text("incomplete")));
        }
        getChildren().add(new Section(MESSAGES.text("glance"), facts(plan)));
    }

    private static Facts facts(BoxPlan plan) {
        Facts facts = new Facts()
                .add(MESSAGES.text("access"), plan.access().text())
                .add(MESSAGES.text("ends"), Words.moment(plan.until()))
                .add(MESSAGES.text("enforced"), BoxWords.enforced(plan.enforcement()))
                .add(MESSAGES.text("how"), plan.boxable().how())
                .add(
                        MESSAGES.text("lost"),
                        MESSAGES.text(
                                "lost.words",
                                plan.reachBefore() - plan.reachAfter(),
                                plan.reachBefore(),
                                Words.some(plan.lost())));
        if (!plan.affected().isEmpty()) {
            facts.add(MESSAGES.text("affected"), Words.some(plan.affected()));
        }
        plan.goesOn().forEach(words -> facts.add(MESSAGES.text("goes-on"), words));
        return facts.add(
                MESSAGES.text("told"),
                plan.owner().isEmpty() ? MESSAGES.text("told.officers") : MESSAGES.text("told.owner", plan.owner()));
    }
}
