package dev.curfew.app.console.screen;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.layout.SidePane;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.session.Bonds;
import dev.curfew.app.console.session.Pulse;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What every screen has around its own content: what is being looked at, what the status bar says, what there is to
/// tell, perhaps an inspector, and whom it listens to while it is shown.
public final class ScreenFrame {

    private final VBox root = new VBox();
    private final VBox told = new VBox();
    private final @Nullable SidePane side;
    private final StringProperty crumb = new SimpleStringProperty("");
    private final StringProperty summary = new SimpleStringProperty("");
    private final Bonds bonds = new Bonds();

    private ScreenFrame(@Nullable SidePane side) {
        this.side = side;
        root.getStyleClass().add("screen");
        told.managedProperty().bind(told.visibleProperty());
        told.setVisible(false);
    }

    /// @param content from top to bottom; the last one takes the room that is left
    public static ScreenFrame of(Node... content) {
        ScreenFrame frame = new ScreenFrame(null);
        frame.show(content);
        return frame;
    }

    /// With an inspector beside the main part, put away at first.
    ///
    /// @param above from top to bottom
    public static ScreenFrame inspecting(Node main, Node... above) {
        SidePane side = new SidePane(main);
        ScreenFrame frame = new ScreenFrame(side);
        frame.root.getChildren().addAll(above);
        frame.root.getChildren().addFirst(frame.told);
        frame.root.getChildren().add(side);
        VBox.setVgrow(side, Priority.ALWAYS);
        return frame;
    }

    /// Puts something else in place of all content.
    public void show(Node... content) {
        root.getChildren().setAll(content);
        root.getChildren().addFirst(told);
        VBox.setVgrow(root.getChildren().getLast(), Priority.ALWAYS);
    }

    public Node root() {
        return root;
    }

    /// What is being looked at, below the screen's own name; empty: the whole screen.
    public StringProperty crumb() {
        return crumb;
    }

    /// What the status bar says of it: "1,204 grants, 37 shown".
    public StringProperty summary() {
        return summary;
    }

    /// Lets go of whatever was listened to, then reads anew whenever the workspace has changed.
    ///
    /// @return for what else the screen listens to
    public Bonds listen(Pulse pulse, Runnable reload) {
        bonds.release();
        bonds.watch(reload, pulse.revision());
        return bonds;
    }

    /// Lets go of everything that outlives the screen.
    public void release() {
        bonds.release();
    }

    /// Says something across the screen, or with empty words nothing any more.
    ///
    /// @param next what can be done about it
    public void tell(Tone tone, String words, Action... next) {
        told.getChildren().setAll(words.isEmpty() ? List.of() : List.of(new Banner(tone, words, next)));
        told.setVisible(!words.isEmpty());
    }

    public void inspect(Node content) {
        if (side != null) {
            side.inspect(content);
        }
    }

    /// The same thing as before, as it is by now.
    public void inspectAgain(Node content) {
        if (side != null) {
            side.inspectAgain(content);
        }
    }

    public void openInspector() {
        if (side != null) {
            side.open().set(true);
        }
    }

    /// @return false if none was open
    public boolean closeInspector() {
        boolean wasOpen = side != null && side.open().get();
        if (side != null) {
            side.open().set(false);
        }
        return wasOpen;
    }

    public void toggleInspector() {
        if (!closeInspector()) {
            openInspector();
        }
    }
}
