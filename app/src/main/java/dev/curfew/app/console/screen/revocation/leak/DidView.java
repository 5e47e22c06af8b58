package dev.curfew.app.console.screen.revocation.leak;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.app.console.screen.inventory.timeline.TimelineSection;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.usecase.timeline.Timelines;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.choice.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// What those who are cut off did, by their sources' own records. Asked only where somebody presses for it: a record
/// may
/// be long, and an emergency does not wait for it.
final class DidView extends VBox {
    private static final Messages MESSAGES = Messages.of(DidView.class);

    /// Each is a reading of a record.
    private static final int ASKED_MAX = 5;

    private final List<TimelineSection> sections = new ArrayList<>();
    private final List<EntityId> beyond;

    /// @param along gets what they made, to be cut off too
    DidView(Session session, List<EntityId> whom, Consumer<Traces> along) {
        getStyleClass().add("form");
        beyond = whom.stream().skip(ASKED_MAX).toList();
        for (EntityId who : whom.stream().limit(ASKED_MAX).toList()) {
            TimelineSection section = new TimelineSection(session, who);
            sections.add(section);
            if (whom.size() > 1) {
                getChildren().add(WrappedLabel.muted(who.text()));
            }
            getChildren().add(section);
        }
        getChildren().add(alongToo(along));
        if (!beyond.isEmpty()) {
            getChildren().add(WrappedLabel.muted(MESSAGES.text("did.more", beyond.size())));
        }
    }

    /// There once a record told of something that they made, or did not tell what: both belong into what is signed.
    private Node alongToo(Consumer<Traces> along) {
        Action action = Action.of(MESSAGES.text("did.along"), Material2OutlinedAL.BLOCK, () -> along.accept(traces()));
        ActionButton button = ActionButton.withWords(action);
        button.managedProperty().bind(button.visibleProperty());
        button.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !traces().equals(Traces.UNASKED),
                        sections.stream().map(TimelineSection::traces).toArray(Observable[]::new)));
        return button;
    }

    private Traces traces() {
        Traces told = sections.stream().map(section -> section.traces().get()).reduce(Traces.UNASKED, Traces::and);
        return told.equals(Traces.UNASKED)
                ? told
                : beyond.stream().map(who -> Timelines.unasked(who, ASKED_MAX)).reduce(told, Traces::and);
    }

    void stop() {
        sections.forEach(TimelineSection::stop);
    }
}
