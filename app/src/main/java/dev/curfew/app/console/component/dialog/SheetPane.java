package dev.curfew.app.console.component.dialog;

import atlantafx.base.controls.ModalPane;
import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.action.Availability;
import dev.curfew.model.text.Messages;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// Shows sheets inside the window, over the dimmed screen. Escape closes; focus goes back to where it was.
public final class SheetPane extends ModalPane implements Dialogs {

    private static final Messages MESSAGES = Messages.of(SheetPane.class);

    private @Nullable Sheet shown;
    private @Nullable Node before;

    public SheetPane() {
        getStyleClass().add("sheet-pane");
        setAlignment(Pos.CENTER);
        setAccessibleText(MESSAGES.text("pane"));
        // Without movement: a picture taken by a test is the same each time, and nobody waits for a dialog.
        setInTransitionFactory(null);
        setOutTransitionFactory(null);
        displayProperty().subscribe(open -> {
            if (!open) {
                closed();
            }
        });
    }

    @Override
    public void show(Sheet sheet) {
        Sheet older = shown;
        shown = sheet;
        if (older == null) {
            before = getScene() == null ? null : getScene().getFocusOwner();
        } else {
            older.onClosed().run();
        }
        VBox box = box(sheet);
        // what is around it is room only: a tall sheet does not touch the window's edges
        StackPane room = new StackPane(box);
        room.getStyleClass().add("sheet-room");
        room.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        room.setPickOnBounds(false);
        show(room);
        focusOnceShown(box, sheet);
    }

    /// What a sheet scrolls is in the scene only after the next pulse: until then it cannot take the focus, and what
    /// is typed would go to the screen behind it.
    private static void focusOnceShown(VBox box, Sheet sheet) {
        Node first = sheet.first();
        Node awaited = first == null ? sheet.content() : first;
        Runnable focus = () -> Optional.ofNullable(first).or(() -> firstOf(box)).ifPresent(Node::requestFocus);
        if (awaited.getScene() == null) {
            awaited.sceneProperty().subscribe((_, scene) -> {
                if (scene != null) {
                    Platform.runLater(focus);
                }
            });
        } else {
            Platform.runLater(focus);
        }
    }

    private static Optional<Node> firstOf(Parent parent) {
        return parent.getChildrenUnmodifiable().stream()
                .filter(Node::isVisible)
                .flatMap(node -> (node.isFocusTraversable() && !node.isDisabled()
                                ? Optional.of(node)
                                : node instanceof Parent inner ? firstOf(inner) : Optional.<Node>empty())
                        .stream())
                .findFirst();
    }

    @Override
    public void close() {
        hide(true);
    }

    @Override
    public boolean isShown() {
        return isDisplay();
    }

    private void closed() {
        Sheet gone = shown;
        shown = null;
        if (gone != null) {
            gone.onClosed().run();
            if (before != null) {
                before.requestFocus();
            }
        }
    }

    private VBox box(Sheet sheet) {
        Label title = new Label(sheet.title());
        title.getStyleClass().add("sheet-title");
        VBox box = new VBox(title);
        box.getStyleClass().add("dialog-sheet");
        if (!sheet.lead().isEmpty()) {
            Label lead = new Label(sheet.lead());
            lead.setWrapText(true);
            lead.getStyleClass().add("muted");
            // A wrapped label must not be cut when the sheet grows too tall for the window.
            lead.setMinHeight(Region.USE_PREF_SIZE);
            box.getChildren().add(lead);
        }
        StackPane inside = new StackPane(sheet.content());
        inside.getStyleClass().add("sheet-inside");
        ScrollPane scroll = new ScrollPane(inside);
        fitHeight(scroll, inside);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("sheet-content", "edge-to-edge");
        box.getChildren().addAll(scroll, buttons(sheet));
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return box;
    }

    /// A scroll pane asks what it holds how high it is before the words are wrapped: it would scroll with room left.
    private static void fitHeight(ScrollPane scroll, Node content) {
        scroll.prefViewportHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> height(content, scroll.getViewportBounds().getWidth()),
                        scroll.viewportBoundsProperty(),
                        content.layoutBoundsProperty()));
    }

    private static double height(Node content, double width) {
        return width > 0 ? Math.max(content.minHeight(width), content.prefHeight(width)) : USE_COMPUTED_SIZE;
    }

    private HBox buttons(Sheet sheet) {
        HBox buttons = new HBox();
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        String words = MESSAGES.text(sheet.confirm() == null ? "close" : "cancel");
        ActionButton leave = ActionButton.withWords(Action.of(words, Material2OutlinedAL.CLOSE, this::close));
        leave.setCancelButton(true);
        Action confirm = sheet.confirm();
        if (confirm != null) {
            Label missing = new Label();
            missing.setWrapText(true);
            missing.getStyleClass().addAll("muted", "sheet-missing");
            missing.setMaxWidth(Double.MAX_VALUE);
            missing.setMinHeight(Region.USE_PREF_SIZE);
            HBox.setHgrow(missing, Priority.ALWAYS);
            // Held by the label alone, which goes with the sheet.
            missing.textProperty()
                    .bind(confirm.availability()
                            .map(Availability::reason)
                            .when(missing.sceneProperty().map(Objects::nonNull).orElse(false)));
            leave.setMinWidth(Region.USE_PREF_SIZE);
            buttons.getChildren().addAll(missing, leave);
            Optional.ofNullable(sheet.other()).map(ActionButton::withWords).ifPresent(other -> {
                other.setMinWidth(Region.USE_PREF_SIZE);
                buttons.getChildren().add(other);
            });
            ActionButton button = ActionButton.withWords(confirm).styled(sheet.dangerous() ? "danger" : "accent");
            button.setDefaultButton(true);
            button.setMinWidth(Region.USE_PREF_SIZE);
            buttons.getChildren().add(button);
        } else {
            buttons.getChildren().add(leave);
        }
        return buttons;
    }
}
