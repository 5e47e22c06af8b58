package dev.curfew.app.console.screen.blastradius.path;

import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.screen.blastradius.document.Excerpt;
import dev.curfew.model.text.Messages;
import javafx.application.Platform;
import javafx.scene.control.TextArea;

/// A policy's whole text with the statement marked.
final class DocumentSheet {
    private static final Messages MESSAGES = Messages.of(DocumentSheet.class);
    private static final int ROWS = 26;

    private DocumentSheet() {}

    static Sheet of(Excerpt excerpt) {
        String text = excerpt.document();
        TextArea area = new TextArea(text);
        area.setId("document");
        area.setEditable(false);
        area.setPrefRowCount(ROWS);
        area.getStyleClass().addAll("code", "document");
        area.setAccessibleText(
                MESSAGES.text("document.sentence", excerpt.policy().name(), excerpt.first(), excerpt.last()));
        int start = start(text, excerpt.first());
        // after it was laid out: only then can it scroll there
        Platform.runLater(() -> area.selectRange(start, start));
        return Sheet.showing(
                        excerpt.policy().name(),
                        MESSAGES.text(
                                "document.lead",
                                excerpt.number(),
                                excerpt.first(),
                                excerpt.last(),
                                excerpt.lines().size(),
                                excerpt.policy().provenance().origin()),
                        area)
                .focusing(area);
    }

    private static int start(String text, int line) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        return start;
    }
}
