package dev.curfew.app.console.screen.ledger;

import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.screen.ledger.LedgerViewModel.Verified;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.usecase.ledger.LedgerStatus;
import dev.curfew.model.text.Messages;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the last check came to: against what, when, by whom it is witnessed.
final class LedgerCard extends VBox {

    private static final Messages MESSAGES = Messages.of(LedgerCard.class);

    LedgerCard() {
        getStyleClass().addAll("card-box", "lines");
        setMinHeight(Region.USE_PREF_SIZE);
    }

    void show(Optional<Content<Verified>> verified) {
        getChildren().clear();
        verified.ifPresentOrElse(this::content, () -> {
            getChildren().add(Chip.of(Tone.UNKNOWN, MESSAGES.text("verified.not")));
            line(MESSAGES.text("verified.not.next"));
        });
    }

    private void content(Content<Verified> content) {
        switch (content) {
            case Content.Loading<?> _ -> getChildren().add(Chip.of(Tone.NOTE, MESSAGES.text("verifying")));
            case Content.Failed<?>(Failure failure) -> {
                getChildren().add(Chip.of(Tone.BAD, MESSAGES.text("verify.failed")));
                line(failure.sentence());
            }
            case Content.Ready<Verified>(Verified verified) -> verdict(verified);
        }
    }

    private void verdict(Verified verified) {
        LedgerStatus status = verified.status();
        boolean witnessed = !status.witnesses().isEmpty();
        if (status.consistent()) {
            Tone tone = witnessed ? Tone.GOOD : Tone.CARE;
            getChildren().add(Chip.of(tone, MESSAGES.text(witnessed ? "consistent" : "consistent.alone")));
        } else {
            getChildren()
                    .add(Chip.of(
                            Tone.BAD,
                            MESSAGES.text("problems", status.problems().size())));
        }
        line(MESSAGES.text("checked", status.verification().size(), Words.clock(verified.at())));
        status.problems().forEach(this::line);
        status.witnesses().forEach(this::line);
        if (!witnessed) {
            line(MESSAGES.text("witness.none"));
        }
        Label root = new Label(status.verification().rootHash());
        root.getStyleClass().addAll("code", "muted");
        root.setWrapText(true);
        root.setAccessibleText(MESSAGES.text("root", status.verification().rootHash()));
        getChildren().add(root);
    }

    private void line(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().add(label);
    }
}
