package dev.curfew.app.console.screen.blastradius.drawing;

import dev.curfew.analysis.sketch.SketchNode;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.model.text.Messages;

/// What is written in a box.
final class NodeWords {

    private static final Messages MESSAGES = Messages.of(NodeWords.class);

    private NodeWords() {}

    static String name(SketchNode node) {
        return node.folded() ? MESSAGES.text("fold", node.members().size()) : node.name();
    }

    static String kind(SketchNode node) {
        return node.kind().isEmpty() ? MESSAGES.text("unread") : Words.kind(node.kind());
    }

    /// For a screen reader: name, kind, how sure.
    static String sentence(SketchNode node) {
        return MESSAGES.text("node", name(node), kind(node), MESSAGES.text("certainty." + node.certainty()));
    }
}
