package dev.curfew.app.console.screen.policies;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.session.Session;
import dev.curfew.governance.judgement.Replay;
import dev.curfew.model.text.Messages;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Asks for the signature that puts policies in force, and says first what that changes.
final class PolicyDialogs {

    private static final Messages MESSAGES = Messages.of(PolicyDialogs.class);

    /// What one reads before signing; the rest is counted, and stands in the table behind.
    private static final int CHANGES_MAX = 8;

    private final Session session;
    private final PoliciesViewModel model;

    PolicyDialogs(Session session, PoliciesViewModel model) {
        this.session = session;
        this.model = model;
    }

    void save() {
        model.attempt(this::sign);
    }

    private void sign(PoliciesViewModel.Trial trial) {
        OfficerFields officer = new OfficerFields(model.signers());
        VBox form = new VBox(consequence(trial), officer);
        form.getStyleClass().add("form");
        Action confirm = Action.of(MESSAGES.text("save"), Material2OutlinedMZ.SAVE, () -> {
                    var login = officer.take();
                    session.dialogs().close();
                    model.save(login);
                })
                .when(officer.availability());
        session.dialogs()
                .show(Sheet.of(MESSAGES.text("save.title"), MESSAGES.text("save.lead"), form, confirm)
                        .focusing(officer));
    }

    private static VBox consequence(PoliciesViewModel.Trial trial) {
        Replay.Result replay = trial.replay();
        VBox lines = new VBox(
                Chip.of(Tone.GOOD, MESSAGES.text("cases.pass", trial.cases().size())),
                Chip.of(replay.changes().isEmpty() ? Tone.GOOD : Tone.CARE, StandingBar.summary(replay)));
        lines.getStyleClass().add("lines");
        replay.changes().stream()
                .limit(CHANGES_MAX)
                .forEach(change -> lines.getChildren()
                        .add(line(MESSAGES.text(
                                "save.change",
                                change.request(),
                                PolicyWords.decision(change.before()),
                                change.after().words()))));
        if (replay.changes().size() > CHANGES_MAX) {
            lines.getChildren()
                    .add(line(MESSAGES.text("save.more", replay.changes().size() - CHANGES_MAX)));
        }
        return lines;
    }

    private static Label line(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
