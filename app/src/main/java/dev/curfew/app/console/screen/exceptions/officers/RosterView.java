package dev.curfew.app.console.screen.exceptions.officers;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.governance.roster.Proposal;
import dev.curfew.governance.roster.chain.RosterState;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How officers come to be officers here, and what of that waits for signatures.
final class RosterView extends VBox {
    private static final Messages MESSAGES = Messages.of(RosterView.class);

    /// @param sign signs a change
    RosterView(RosterState state, List<Proposal> pending, Function<Proposal, Action> sign) {
        getStyleClass().add("form");
        getChildren()
                .add(
                        state.isFounded()
                                ? new Banner(
                                        Tone.GOOD,
                                        MESSAGES.text(
                                                "roster.founded",
                                                state.quorum(),
                                                state.good().size()))
                                : new Banner(Tone.NOTE, MESSAGES.text("roster.unfounded")));
        pending.forEach(one -> getChildren().add(card(one, sign.apply(one))));
    }

    private static VBox card(Proposal one, Action sign) {
        Label what = new Label(MESSAGES.text(
                "change", one.statement().id(), one.statement().change().words()));
        what.getStyleClass().add("semibold");
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        Label signed = new Label(MESSAGES.text("change.signed", String.join(", ", one.signedBy()), one.missing()));
        signed.getStyleClass().add("muted");
        signed.setWrapText(true);
        VBox box = new VBox(what, signed, new HBox(ActionButton.withWords(sign).styled("small")));
        box.getStyleClass().addAll("card-box", "tight-lines");
        return box;
    }
}
