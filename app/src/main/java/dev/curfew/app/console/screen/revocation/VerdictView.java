package dev.curfew.app.console.screen.revocation;

import dev.curfew.app.console.component.layout.Facts;
import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.proof.Containment;
import java.util.Optional;
import javafx.scene.layout.VBox;

/// Two verdicts, because they are two things: the credential is refused, its identity is contained; with what each
/// lacks.
final class VerdictView extends VBox {
    private static final Messages MESSAGES = Messages.of(VerdictView.class);

    /// @param containment empty before anything was done
    VerdictView(Optional<Proof> proof, Optional<Containment> containment) {
        getStyleClass().add("lines");
        getChildren()
                .add(new Facts()
                        .add(
                                MESSAGES.text("refused"),
                                proof.map(ProofWords::chip)
                                        .orElseGet(() -> Chip.sentence(Tone.PLAIN, MESSAGES.text("refused.not"))))
                        .add(
                                MESSAGES.text("contained.column"),
                                containment
                                        .map(ContainmentWords::chip)
                                        .orElseGet(() -> Chip.sentence(Tone.PLAIN, MESSAGES.text("contained.not")))));
        proof.map(ProofWords::reason)
                .filter(it -> !it.isBlank())
                .ifPresent(it -> getChildren().add(new WrappedLabel(it)));
        containment
                .map(Containment::reasons)
                .filter(reasons -> !reasons.isEmpty())
                .ifPresent(reasons -> getChildren().add(Section.of(MESSAGES.text("contained.why"), reasons)));
    }
}
