package dev.curfew.app.console.component.dialog;

import dev.curfew.app.console.action.Action;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// What a dialog shows.
///
/// @param lead what it is about, in a sentence or two; may be empty
/// @param confirm its button carries the verb; null: there is nothing to confirm, only to close
/// @param other what may be done instead of it, with the same content; null: nothing
/// @param dangerous whether confirming ends or cuts something
/// @param first gets the focus; null: the content's first
/// @param onClosed runs when it is gone, however that came about
public record Sheet(
        String title,
        String lead,
        Node content,
        @Nullable Action confirm,
        @Nullable Action other,
        boolean dangerous,
        @Nullable Node first,
        Runnable onClosed) {

    public static Sheet of(String title, String lead, Node content, Action confirm) {
        return new Sheet(title, lead, content, confirm, null, false, null, () -> {});
    }

    /// Nothing to confirm.
    public static Sheet showing(String title, String lead, Node content) {
        return new Sheet(title, lead, content, null, null, false, null, () -> {});
    }

    public Sheet dangerously() {
        return new Sheet(title, lead, content, confirm, other, true, first, onClosed);
    }

    public Sheet focusing(Node node) {
        return new Sheet(title, lead, content, confirm, other, dangerous, node, onClosed);
    }

    public Sheet thenRun(Runnable closed) {
        return new Sheet(title, lead, content, confirm, other, dangerous, first, closed);
    }

    public Sheet or(Action instead) {
        return new Sheet(title, lead, content, confirm, instead, dangerous, first, onClosed);
    }
}
