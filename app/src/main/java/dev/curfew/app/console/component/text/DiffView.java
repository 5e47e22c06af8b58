package dev.curfew.app.console.component.text;

import dev.curfew.app.console.component.text.LineDiff.Kind;
import dev.curfew.app.console.component.text.LineDiff.Line;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A text before and after: what goes, what comes, and a few lines around it.
public final class DiffView extends VBox {
    private static final Messages MESSAGES = Messages.of(DiffView.class);

    /// As many lines that stay as are shown beside one that does not.
    private static final int AROUND = 2;

    /// More than a person reads in a dialog.
    private static final int LINES_MAX = 400;

    public DiffView(String before, String after) {
        getStyleClass().addAll("card-box", "diff");
        List<Line> lines = LineDiff.of(before, after);
        long goes = lines.stream().filter(line -> line.kind() == Kind.GOES).count();
        long comes = lines.stream().filter(line -> line.kind() == Kind.COMES).count();
        // Reached by Tab, so that whoever has no mouse scrolls to it.
        setFocusTraversable(true);
        setAccessibleText(MESSAGES.text("diff", goes, comes));
        List<Node> shown = shown(lines);
        getChildren().setAll(shown.subList(0, Math.min(LINES_MAX, shown.size())));
        if (shown.size() > LINES_MAX) {
            getChildren().add(WrappedLabel.muted(MESSAGES.text("diff.more", shown.size() - LINES_MAX)));
        }
    }

    private static List<Node> shown(List<Line> lines) {
        List<Node> shown = new ArrayList<>();
        int left = 0;
        for (int at = 0; at < lines.size(); at++) {
            if (isNear(lines, at)) {
                left = flush(shown, left);
                shown.add(label(lines.get(at)));
            } else {
                left++;
            }
        }
        flush(shown, left);
        return shown;
    }

    private static boolean isNear(List<Line> lines, int at) {
        return IntStream.rangeClosed(Math.max(0, at - AROUND), Math.min(lines.size() - 1, at + AROUND))
                .anyMatch(near -> lines.get(near).kind() != Kind.STAYS);
    }

    private static int flush(List<Node> shown, int left) {
        if (left > 0) {
            shown.add(WrappedLabel.muted(MESSAGES.text("diff.same", left)));
        }
        return 0;
    }

    private static Label label(Line line) {
        Label label = new WrappedLabel(MESSAGES.text("diff." + line.kind(), line.text()));
        label.getStyleClass().addAll("code", styleClass(line.kind()));
        return label;
    }

    private static String styleClass(Kind kind) {
        return switch (kind) {
            case STAYS -> "muted";
            case GOES -> "tone-bad";
            case COMES -> "tone-good";
        };
    }
}
