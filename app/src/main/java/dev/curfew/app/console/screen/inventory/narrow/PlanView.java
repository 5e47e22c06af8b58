package dev.curfew.app.console.screen.inventory.narrow;

import dev.curfew.analysis.narrowing.Cut;
import dev.curfew.app.console.component.layout.Facts;
import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.DiffView;
import dev.curfew.app.console.component.text.PrettyJson;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.narrowing.NarrowPlan;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What narrowing a policy would do: what goes, who holds it, by what record, and what that cannot show.
final class PlanView extends VBox {
    private static final Messages MESSAGES = Messages.of(PlanView.class);

    PlanView(Proposal proposal) {
        getStyleClass().add("form");
        setId("narrow-plan");
        NarrowPlan plan = proposal.plan();
        if (!proposal.isWhole()) {
            getChildren().add(new Banner(Tone.CARE, NarrowWords.tooShort(proposal)));
        }
        getChildren().add(new Banner(Tone.NOTE, MESSAGES.text("horizon", seen(plan))));
        plan.use().gaps().stream()
                .distinct()
                .forEach(gap -> getChildren().add(new Banner(Tone.UNKNOWN, MESSAGES.text("gap", gap))));
        getChildren().addAll(facts(plan), cuts(plan.narrower().cuts()), text(plan));
    }

    private static String seen(NarrowPlan plan) {
        return Words.length(Duration.between(plan.from(), plan.use().until()));
    }

    private static Section facts(NarrowPlan plan) {
        long uses = plan.narrower().exactness().uses();
        long questions = plan.narrower().exactness().questions();
        Facts facts = new Facts()
                .add(MESSAGES.text("measured"), plan.use().record())
                .add(
                        MESSAGES.text("span"),
                        MESSAGES.text(
                                "span.words",
                                Words.moment(plan.from()),
                                Words.moment(plan.use().until())))
                .add(MESSAGES.text("kept"), MESSAGES.text("kept.words", uses, questions))
                .add(
                        MESSAGES.text("holders"),
                        MESSAGES.text("holders.words", plan.holders().size(), Words.some(plan.holders())))
                .add(
                        MESSAGES.text("askers"),
                        MESSAGES.text("askers.words", plan.use().askers()))
                .add(MESSAGES.text("reach"), MESSAGES.text("reach.words", plan.reachBefore(), plan.reachAfter()))
                .add(MESSAGES.text("out"), Words.some(plan.out()));
        plan.narrower().notes().forEach(note -> facts.add(MESSAGES.text("note"), note));
        return new Section(MESSAGES.text("glance"), facts);
    }

    private static Section cuts(List<Cut> cuts) {
        VBox lines = new VBox();
        lines.getStyleClass().add("lines");
        for (Cut cut : cuts) {
            Label statement = new WrappedLabel(cut.statement());
            statement.getStyleClass().addAll("code", "semibold");
            String after = cut.after().isEmpty() ? MESSAGES.text("cut.nothing") : String.join("\n", cut.after());
            Facts facts = new Facts()
                    .add(MESSAGES.text("cut.before"), String.join(", ", cut.before()))
                    .add(MESSAGES.text("cut.after"), after);
            lines.getChildren().add(new VBox(statement, facts));
        }
        return new Section(MESSAGES.text("cuts", cuts.size()), lines);
    }

    private static Section text(NarrowPlan plan) {
        return new Section(
                MESSAGES.text("text"),
                new DiffView(
                        PrettyJson.of(plan.prior().text()),
                        PrettyJson.of(plan.narrower().text())));
    }
}
