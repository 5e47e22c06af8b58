package dev.curfew.app.console.screen.exceptions.adds;

import dev.curfew.app.console.component.layout.Facts;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.governance.reach.AddedReach;
import dev.curfew.governance.request.AskedFact;
import dev.curfew.governance.request.Review;
import dev.curfew.model.text.Messages;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// What an approval is of, in short, beside the place where it is signed: what was asked, and how far it would reach.
public final class SignedFacts extends VBox {
    private static final Messages MESSAGES = Messages.of(SignedFacts.class);

    public SignedFacts(Review shown) {
        getStyleClass().addAll("card-box", "lines");
        Facts facts = new Facts();
        AskedFact.of(shown.request(), Words::moment).forEach(fact -> facts.add(fact.name(), fact.value()));
        AddedReach adds = shown.addsNow();
        if (adds == null) {
            getChildren().addAll(facts, Chip.of(Tone.UNKNOWN, MESSAGES.text("adds.unknown")));
            return;
        }
        facts.add(
                MESSAGES.text("signed.adds"),
                MESSAGES.text("signed.reach", adds.touched().size()));
        FlowPane chips = AddsView.chips(adds, shown.checked());
        if (!adds.complete()) {
            chips.getChildren().add(AddsView.incomplete());
        }
        getChildren().addAll(facts, chips);
    }
}
