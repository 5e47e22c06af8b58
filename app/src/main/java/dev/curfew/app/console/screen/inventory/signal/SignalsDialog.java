package dev.curfew.app.console.screen.inventory.signal;

import dev.curfew.analysis.signal.Named;
import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.dialog.Awaited;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.layout.ActionLine;
import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.usecase.signal.SignalCase;
import dev.curfew.governance.officer.Believed;
import dev.curfew.model.signal.Signal;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// All that was signalled, newest first: whom it names, and what became of it.
public final class SignalsDialog {
    private static final Messages MESSAGES = Messages.of(SignalsDialog.class);
    private static final String JOB = "signals";

    /// More are on the command line.
    private static final int LINES_MAX = 40;

    private final Session session;
    private final Awaited awaited;

    public SignalsDialog(Session session) {
        this.session = session;
        awaited = new Awaited(session.dialogs(), session.work(), JOB, MESSAGES.text("signals"));
    }

    public void open() {
        awaited.start(
                MESSAGES.text("signals.reading"), _ -> session.desk().signals().kept(), this::show, this::failed);
    }

    private void show(Believed<SignalCase> known) {
        List<SignalCase> all = known.all();
        Instant now = session.pulse().now().get();
        List<SignalCase> standing =
                all.stream().filter(one -> one.taken().stands()).toList();
        List<SignalCase> settled =
                all.stream().filter(one -> !one.taken().stands()).toList();
        VBox content = new VBox();
        content.setId("signals");
        content.getStyleClass().add("form");
        known.doubts().forEach(doubt -> content.getChildren().add(new Banner(Tone.BAD, doubt)));
        if (all.isEmpty()) {
            content.getChildren()
                    .add(Placeholder.empty(
                            Material2OutlinedMZ.NOTIFICATIONS_NONE,
                            MESSAGES.text("signals.none"),
                            MESSAGES.text("signals.none.next")));
        }
        section("signals.standing", standing, now).ifPresent(content.getChildren()::add);
        section("signals.settled", settled, now).ifPresent(content.getChildren()::add);
        session.dialogs()
                .show(Sheet.showing(
                        MESSAGES.text("signals"), all.isEmpty() ? "" : MESSAGES.text("signals.lead"), content));
    }

    private Optional<Section> section(String key, List<SignalCase> some, Instant now) {
        if (some.isEmpty()) {
            return Optional.empty();
        }
        VBox lines = new VBox();
        lines.getStyleClass().add("lines");
        some.stream().limit(LINES_MAX).forEach(one -> lines.getChildren().add(line(one, now)));
        if (some.size() > LINES_MAX) {
            lines.getChildren().add(WrappedLabel.muted(MESSAGES.text("signals.more", some.size() - LINES_MAX)));
        }
        return Optional.of(new Section(MESSAGES.text(key, some.size()), lines));
    }

    private Node line(SignalCase one, Instant now) {
        Signal signal = one.taken().signal();
        VBox said = new VBox(new WrappedLabel(
                MESSAGES.text("signal", SignalWords.kind(signal.tip().kind()), SignalWords.about(signal))));
        said.getStyleClass().add("tight-lines");
        if (!isRepeated(one.named(), signal)) {
            said.getChildren().add(names(one.named()));
        }
        said.getChildren().add(WrappedLabel.muted(SignalWords.told(signal, now)));
        one.taken()
                .settlement()
                .ifPresent(how -> said.getChildren().add(WrappedLabel.muted(SignalWords.settled(how, now))));
        if (one.taken().forged()) {
            said.getChildren().add(Chip.sentence(Tone.BAD, MESSAGES.text("forged")));
        }
        return new ActionLine(said, next(one));
    }

    private List<Action> next(SignalCase one) {
        List<Action> next = new ArrayList<>();
        if (one.named() instanceof Named.Exactly) {
            next.add(look(one.named()));
        }
        if (one.taken().stands()) {
            next.add(new SettleDialog(session).of(one.taken().signal(), this::open));
        }
        return next;
    }

    /// Whether its sender named the one that it names as Curfew does: that is said already.
    private static boolean isRepeated(Named named, Signal signal) {
        return named instanceof Named.Exactly && named.words().equals(SignalWords.about(signal));
    }

    /// That it names nobody, or one of several, is why nothing was done for it.
    private static Node names(Named named) {
        String words = SignalWords.names(named);
        return named instanceof Named.Exactly ? WrappedLabel.muted(words) : Chip.sentence(Tone.UNKNOWN, words);
    }

    private Action look(Named named) {
        return session.dialogs()
                .closing(
                        MESSAGES.text("look"),
                        Material2OutlinedMZ.SEARCH,
                        () -> session.navigator()
                                .go(Destination.of(
                                        Place.INVENTORY, named.all().getFirst().text())));
    }

    private void failed(Failure failure) {
        Action again = Action.of(MESSAGES.text("again"), Material2OutlinedMZ.REFRESH, this::open);
        awaited.failed(MESSAGES.text("signals.failed"), failure, again);
    }
}
