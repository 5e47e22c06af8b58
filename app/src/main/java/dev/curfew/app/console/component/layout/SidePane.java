package dev.curfew.app.console.component.layout;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;

/// A list with an inspector beside it, which can be put away.
public final class SidePane extends SplitPane {

    private static final double MAIN_SHARE = 0.66;

    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ScrollPane side = new ScrollPane();
    private final Node main;

    public SidePane(Node main) {
        this.main = main;
        getStyleClass().add("side-pane");
        side.getStyleClass().addAll("inspector", "edge-to-edge");
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.setFocusTraversable(false);
        SplitPane.setResizableWithParent(side, false);
        getItems().add(main);
        open.subscribe(this::arrange);
    }

    public BooleanProperty open() {
        return open;
    }

    /// From its top.
    public void inspect(Node content) {
        inspectAgain(content);
        side.setVvalue(0);
    }

    /// The same thing, as it is by now: whoever has read on in it stays there. Who had the focus in what was inspected
    /// before has it in the list: else it would go to the window's first control.
    public void inspectAgain(Node content) {
        boolean focused = side.isFocusWithin();
        side.setContent(content);
        if (focused) {
            main.requestFocus();
        }
    }

    private void arrange(boolean shown) {
        if (shown && !getItems().contains(side)) {
            getItems().add(side);
            setDividerPositions(MAIN_SHARE);
        } else if (!shown) {
            getItems().remove(side);
        }
    }
}
