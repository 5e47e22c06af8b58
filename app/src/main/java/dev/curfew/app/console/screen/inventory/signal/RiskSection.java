package dev.curfew.app.console.screen.inventory.signal;

import dev.curfew.analysis.signal.Risk;
import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.layout.ActionLine;
import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.app.console.session.Session;
import dev.curfew.model.signal.SignalKind;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// How high a risk is, and each signal that moved it, furthest first.
public final class RiskSection {
    private static final Messages MESSAGES = Messages.of(RiskSection.class);

    private RiskSection() {}

    public static Section of(Session session, Risk risk, Instant now) {
        boolean isHigh = risk.score() >= SignalKind.HIGH;
        VBox lines = new VBox(Chip.of(
                isHigh ? Tone.BAD : Tone.CARE, MESSAGES.text(isHigh ? "risk.high" : "risk.score", risk.score())));
        lines.getStyleClass().add("lines");
        risk.causes().forEach(cause -> lines.getChildren().add(line(session, cause, now)));
        return new Section(MESSAGES.text("risk"), lines);
    }

    private static Node line(Session session, Risk.Cause cause, Instant now) {
        WrappedLabel kind = new WrappedLabel(MESSAGES.text(
                "risk.cause", SignalWords.kind(cause.signal().tip().kind()), cause.weight()));
        VBox said = new VBox(kind, WrappedLabel.muted(SignalWords.told(cause.signal(), now)));
        Action settle = new SettleDialog(session).of(cause.signal(), session.dialogs()::close);
        return new ActionLine(said, List.of(settle));
    }
}
