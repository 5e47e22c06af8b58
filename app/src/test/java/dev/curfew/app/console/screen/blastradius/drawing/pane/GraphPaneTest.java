package dev.curfew.app.console.screen.blastradius.drawing.pane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.sketch.Fate;
import dev.curfew.analysis.sketch.Sketch;
import dev.curfew.analysis.sketch.SketchEdge;
import dev.curfew.analysis.sketch.SketchNode;
import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing;
import dev.curfew.app.console.screen.blastradius.drawing.LayeredLayout;
import dev.curfew.app.console.screen.blastradius.drawing.Sketches;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class GraphPaneTest {
    private final SketchNode start = node(IdentityId.of("src", "role/ci"), 0, List.of(IdentityId.of("src", "role/ci")));
    private final SketchNode policy = node(PolicyId.of("src", "policy/p"), 1, List.of(PolicyId.of("src", "policy/p")));
    private final SketchNode fold =
            node(ResourceId.of("src", "fold"), 2, List.of(ResourceId.of("src", "a"), ResourceId.of("src", "b")));
    private final SketchEdge holds = Sketches.edge(start, policy, HopKind.HOLDS);
    private final SketchEdge reads = Sketches.edge(policy, fold, HopKind.READS);
    private final List<String> heard = new ArrayList<>();

    private static SketchNode node(EntityId id, int layer, List<EntityId> members) {
        return new SketchNode(
                id.text(), layer, id.nativeId(), "", Sensitivity.LOW, Certainty.CERTAIN, Fate.KEPT, members, "");
    }

    private GraphPane pane() throws InterruptedException {
        GraphPane pane = new GraphPane(new GraphPane.Listener() {
            @Override
            public void chosen(SketchNode node) {
                heard.add("chosen " + node.key());
            }

            @Override
            public void chosen(SketchEdge edge) {
                heard.add("chosen " + edge.kind());
            }

            @Override
            public void open(SketchNode node) {
                heard.add("open " + node.key());
            }

            @Override
            public void close(String key) {
                heard.add("close " + key);
            }
        });
        pane.show(drawing(new Sketch(List.of(start, policy, fold), List.of(holds, reads))));
        Scene scene = new Scene(new StackPane(pane), 800, 400);
        new Theme().dress(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        pane.requestFocus();
        return pane;
    }

    private static Drawing drawing(Sketch sketch) throws InterruptedException {
        return new LayeredLayout().of(sketch);
    }

    private static void press(GraphPane pane, KeyCode code, boolean shift) {
        pane.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
    }

    @Test
    void theArrowsWalkAndEnterChoosesOrOpens() throws Exception {
        FxThread.run(() -> {
            GraphPane pane = pane();
            press(pane, KeyCode.RIGHT, false);
            assertThat(pane.getAccessibleText()).startsWith("policy/p");
            press(pane, KeyCode.ENTER, false);
            press(pane, KeyCode.RIGHT, false);
            assertThat(pane.getAccessibleText()).startsWith("+2 things, show them");
            press(pane, KeyCode.ENTER, false);
        });

        assertThat(heard).containsExactly("chosen " + policy.key(), "open " + fold.key());
    }

    @Test
    void withShiftTheArrowsWalkOverTheLinesOfABox() throws Exception {
        FxThread.run(() -> {
            GraphPane pane = pane();
            press(pane, KeyCode.RIGHT, false);
            press(pane, KeyCode.LEFT, true);
            assertThat(pane.getAccessibleText()).isEqualTo("role/ci holds policy policy/p, certain, reached");
            press(pane, KeyCode.ENTER, false);
            press(pane, KeyCode.RIGHT, true);
            press(pane, KeyCode.ENTER, false);
        });

        assertThat(heard).containsExactly("chosen HOLDS", "chosen READS");
    }

    @Test
    void aClickOnALineChoosesIt() throws Exception {
        FxThread.run(() -> {
            GraphPane pane = pane();
            Drawing.Box from = pane.drawing().box(start.key()).orElseThrow();
            Drawing.Box to = pane.drawing().box(policy.key()).orElseThrow();
            // fitted in the middle at zoom 1, 13 pixels an em
            double left = (pane.getWidth() - pane.drawing().width() * 13) / 2;
            double top = (pane.getHeight() - pane.drawing().height() * 13) / 2;
            double x = left + 13 * (from.area().right() + to.area().left()) / 2;
            double y = top + 13 * from.middleY() + 2;
            pane.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, x, y));
            pane.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, x, y));
        });

        assertThat(heard).containsExactly("chosen HOLDS");
    }

    private static MouseEvent mouse(javafx.event.EventType<MouseEvent> type, double x, double y) {
        return new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                true,
                true,
                null);
    }

    @Test
    void whatWasOpenedOutOfAFoldIsFoldedAgainByBackspace() throws Exception {
        FxThread.run(() -> {
            GraphPane pane = pane();
            SketchNode opened = new SketchNode(
                    "src:a",
                    2,
                    "a",
                    "",
                    Sensitivity.LOW,
                    Certainty.CERTAIN,
                    Fate.KEPT,
                    List.of(ResourceId.of("src", "a")),
                    fold.key());
            press(pane, KeyCode.RIGHT, false);
            press(pane, KeyCode.RIGHT, false);
            pane.refold(drawing(new Sketch(
                    List.of(start, policy, opened), List.of(holds, Sketches.edge(policy, opened, HopKind.READS)))));
            press(pane, KeyCode.BACK_SPACE, false);
        });

        assertThat(heard).containsExactly("close " + fold.key());
    }
}
