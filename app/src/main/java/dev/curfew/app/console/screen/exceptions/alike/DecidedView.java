package dev.curfew.app.console.screen.exceptions.alike;

import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.governance.request.bulk.Decided;
import dev.curfew.governance.request.bulk.Left;
import dev.curfew.governance.request.bulk.Signed;
import dev.curfew.model.text.Messages;
import java.util.List;
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
            case Left(var request, var why) ->
                new VBox(Chip.of(Tone.BAD, MESSAGES.text("decided.left", request.id())), new WrappedLabel(why));
        };
    }
}
