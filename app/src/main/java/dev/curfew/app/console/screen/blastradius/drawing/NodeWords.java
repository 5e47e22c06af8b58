package dev.curfew.app.console.screen.blastradius.drawing;

import dev.curfew.analysis.sketch.Fate;
import dev.curfew.analysis.sketch.Folding;
import dev.curfew.analysis.sketch.SketchEdge;
import dev.curfew.analysis.sketch.SketchNode;
import dev.curfew.app.console.component.text.ReachWords;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.model.text.Messages;

/// What is written in a box, and said of it.
public final class NodeWords {

    private static final Messages MESSAGES = Messages.of(NodeWords.class);

    private NodeWords() {}

    static String name(SketchNode node) {
        if (!node.folded()) {
            return node.name();
        }
        return MESSAGES.text(
                "fold",
                node.members().size(),
                node.kind().isEmpty() ? MESSAGES.text("things") : Words.kinds(node.kind()));
    }

    /// The line below the name.
    static String kind(SketchNode node) {
        String what = node.folded() ? opens(node) : kindOf(node);
        return node.fate() == Fate.KEPT ? what : MESSAGES.text("with.fate", what, MESSAGES.text("fate." + node.fate()));
    }

    private static String kindOf(SketchNode node) {
        return node.kind().isEmpty() ? MESSAGES.text("unread") : Words.kind(node.kind());
    }

    private static String opens(SketchNode node) {
        String opens = node.members().size() > Folding.OPENED_AT_ONCE
                ? MESSAGES.text("opens.some", Folding.OPENED_AT_ONCE)
                : MESSAGES.text("opens.all");
        return switch (node.sensitivity()) {
            case HIGH, ELEVATED -> MESSAGES.text("opens.sensitive", MESSAGES.text("fold." + node.sensitivity()), opens);
            case LOW, UNKNOWN -> opens;
        };
    }

    /// For a screen reader: name, kind, how sure, what becomes of it.
    public static String sentence(SketchNode node) {
        return MESSAGES.text(
                "node",
                name(node),
                node.folded() ? opens(node) : kindOf(node),
                MESSAGES.text("certainty." + node.certainty()),
                MESSAGES.text("fate." + node.fate()));
    }

    /// Likewise of an edge: "ci-deploy reads 4 S3 buckets".
    public static String sentence(SketchEdge edge, SketchNode from, SketchNode to) {
        return MESSAGES.text(
                "edge",
                name(from),
                ReachWords.verb(edge.kind()),
                name(to),
                MESSAGES.text("certainty." + edge.certainty()),
                MESSAGES.text("fate." + edge.fate()));
    }
}
