package dev.curfew.app.console.screen.exceptions.alike;

import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.governance.request.bulk.Decided;
import dev.curfew.governance.request.bulk.Left;
import dev.curfew.governance.request.bulk.Signed;
import dev.curfew.model.text.Messages;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What became of each of several requests: signed with its entry, or not and why.
public final class DecidedView extends VBox {
    private static final Messages MESSAGES = Messages.of(DecidedView.class);

    public DecidedView(List<Decided> decided) {
        getStyleClass().add("lines");
        setId("alike-decided");
        decided.forEach(one -> getChildren().add(line(one)));
    }

    private static VBox line(Decided one) {
        return switch (one) {
            case Signed(var request, var receipt) ->
                new VBox(Chip.of(
                        Tone.GOOD,
                        MESSAGES.text("decided.signed", request.id(), Long.toString(receipt.ledgerIndex()))));
            case Left(var request, var why) -> {
                Label reason = new Label(why);
                reason.setWrapText(true);
                reason.setMinHeight(Region.USE_PREF_SIZE);
                yield new VBox(Chip.of(Tone.BAD, MESSAGES.text("decided.left", request.id())), reason);
            }
        };
    }
}
