package dev.curfew.app.console.screen.revocation;

import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All that a plan ends, a line each: whether it is refused by now, or else how far its steps came.
final class BoardView extends VBox {
    private static final Messages MESSAGES = Messages.of(BoardView.class);

    /// What needs somebody comes before what goes on, and what others did before what this did.
    private static final List<StepState> FIRST = List.of(
            StepState.REFUSED,
            StepState.UNCERTAIN,
            StepState.STARTED,
            StepState.PLANNED,
            StepState.UNDONE,
            StepState.SUPERSEDED);

    private final RevocationCase one;
    private final Map<Integer, StepState> states;

    BoardView(RevocationCase one, List<CredentialId> credentials) {
        this.one = one;
        states = one.steps().stream()
                .collect(Collectors.toMap(StepRecord::ordinal, StepRecord::state, (_, newer) -> newer));
        VBox lines = new VBox();
        lines.getStyleClass().addAll("card-box", "tight-lines");
        credentials.forEach(credential -> lines.getChildren().add(line(credential)));
        getChildren().add(new Section(MESSAGES.text("board", credentials.size()), lines));
    }

    private HBox line(CredentialId credential) {
        Label id = new Label(credential.text());
        id.getStyleClass().add("code");
        id.setMaxWidth(Double.MAX_VALUE);
        // Its end tells it from the others; the whole of it is on its card.
        id.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        id.setMinWidth(0);
        HBox.setHgrow(id, Priority.ALWAYS);
        Chip chip = one.proofs().stream()
                .filter(record -> record.credential().equals(credential))
                .map(ProofRecord::proof)
                .reduce((_, newer) -> newer)
                .filter(_ -> state(credential) != StepState.UNDONE)
                .map(ProofWords::brief)
                .orElseGet(() -> CaseView.chip(state(credential)));
        chip.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(id, chip);
        line.getStyleClass().add("toolbar");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private StepState state(CredentialId credential) {
        List<StepState> its = one.plan().steps().stream()
                .filter(step -> step.credential().equals(credential))
                .map(PlannedStep::ordinal)
                .map(ordinal -> states.getOrDefault(ordinal, StepState.PLANNED))
                .toList();
        return FIRST.stream().filter(its::contains).findFirst().orElse(StepState.ACTED);
    }
}
