package dev.curfew.app.console.screen.revocation.leak;

import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.app.console.screen.inventory.timeline.TimelineSection;
import dev.curfew.app.console.session.Session;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;

/// What those who are cut off did, by their sources' own records. Asked only where somebody presses for it: a record
/// may
/// be long, and an emergency does not wait for it.
final class DidView extends VBox {
    private static final Messages MESSAGES = Messages.of(DidView.class);

    /// Each is a reading of a record.
    private static final int ASKED_MAX = 5;

    private final List<TimelineSection> sections = new ArrayList<>();

    DidView(Session session, List<EntityId> whom) {
        getStyleClass().add("form");
        for (EntityId who : whom.stream().limit(ASKED_MAX).toList()) {
            TimelineSection section = new TimelineSection(session, who);
            sections.add(section);
            if (whom.size() > 1) {
                getChildren().add(WrappedLabel.muted(who.text()));
            }
            getChildren().add(section);
        }
        if (whom.size() > ASKED_MAX) {
            getChildren().add(WrappedLabel.muted(MESSAGES.text("did.more", whom.size() - ASKED_MAX)));
        }
    }

    void stop() {
        sections.forEach(TimelineSection::stop);
    }
}
