package dev.curfew.app.console.screen.exceptions.officers;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.component.dialog.Copying;
import dev.curfew.app.console.component.layout.ActionLine;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.governance.delegation.Delegation;
import dev.curfew.governance.roster.chain.Member;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// The officers with their public keys, by which another machine knows them.
final class OfficersView extends VBox {

    private static final Messages MESSAGES = Messages.of(OfficersView.class);

    /// @param end ends a voice that was handed on
    /// @param keychain what is done with a passphrase of a key that is here
    /// @param more what else can be done
    OfficersView(
            KnownOfficers known,
            Copying copying,
            Function<Delegation, Action> end,
            Function<Officer, Action> keychain,
            List<Action> more) {
        getStyleClass().add("form");
        setId("officers");
        if (known.members().isEmpty()) {
            Label none = new Label(MESSAGES.text("none"));
            none.getStyleClass().add("muted");
            none.setWrapText(true);
            getChildren().add(none);
        }
        known.members()
                .forEach(one -> getChildren()
                        .add(card(one, known.isHere(one.name()), spoken(one, known.voices(), end), keychain, copying)));
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("buttons");
        more.forEach(action -> buttons.getChildren().add(ActionButton.withWords(action)));
        getChildren().add(buttons);
    }

    private static Chip where(Member member, boolean here) {
        if (!member.isGood()) {
            return Chip.of(Tone.BAD, MESSAGES.text("revoked"));
        }
        return here ? Chip.of(Tone.GOOD, MESSAGES.text("here")) : Chip.of(Tone.PLAIN, MESSAGES.text("elsewhere"));
    }

    private static List<ActionLine> spoken(Member member, List<Delegation> voices, Function<Delegation, Action> end) {
        return voices.stream()
                .filter(one -> one.to().equals(member.name()))
                .map(one -> spoken(one, end.apply(one)))
                .toList();
    }

    private static ActionLine spoken(Delegation one, Action end) {
        WrappedLabel words = new WrappedLabel(MESSAGES.text(
                "speaks-for", one.from(), Words.moment(one.until()), one.scope().words()));
        return new ActionLine(words, List.of(end));
    }

    private static VBox card(
            Member member, boolean here, List<ActionLine> spoken, Function<Officer, Action> keychain, Copying copying) {
        Officer one = member.officer();
        Label name = new Label(MESSAGES.text("officer", one.displayName(), one.name()));
        name.getStyleClass().add("semibold");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox top = new HBox(name, where(member, here));
        top.setAlignment(Pos.CENTER_LEFT);
        if (!member.roles().isEmpty()) {
            name.setText(MESSAGES.text("officer.roles", name.getText(), String.join(", ", member.roles())));
        }
        Label key = new Label(one.publicKey());
        key.getStyleClass().add("code");
        key.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(key, Priority.ALWAYS);
        Action copy = Action.of(
                MESSAGES.text("copy", one.name()),
                Material2OutlinedAL.CONTENT_COPY,
                () -> copying.text(one.publicKey()));
        HBox below = new HBox(key, ActionButton.iconOnly(copy));
        below.setAlignment(Pos.CENTER_LEFT);
        Label added = new Label(MESSAGES.text("added", Words.moment(one.addedAt())));
        added.getStyleClass().add("muted");
        VBox box = new VBox(top);
        box.getChildren().addAll(spoken);
        box.getChildren()
                .addAll(
                        below,
                        new ActionLine(added, here && member.isGood() ? List.of(keychain.apply(one)) : List.of()));
        box.getStyleClass().addAll("card-box", "tight-lines");
        return box;
    }
}
