package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.Appearance;
import dev.curfew.app.console.theme.Theme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds for every screen.
class ScreensTest {

    private static final int TIMES = 50;

    private static SampleWorkspace full;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        full = SampleWorkspace.filled();
    }

    @AfterAll
    static void close() throws IOException {
        full.close();
    }

    private static ShellBench bench(Place place) {
        Theme theme = new Theme();
        theme.appearance().set(Appearance.LIGHT);
        Destination start = place == Place.INVENTORY || place == Place.BLAST_RADIUS
                ? Destination.of(place, Story.CI_ROLE)
                : Destination.of(place);
        return new ShellBench(full.desk(), theme, () -> SampleWorkspace.NOW, start);
    }

    /// Whatever stands at the window's root: once that was a validator's transparent pane, and light words stood on
    /// white.
    @Test
    void theShellHasABackgroundOfItsOwn() throws Exception {
        List<Paint> paints = FxThread.call(() -> {
            try (ShellBench bench = bench(Place.OVERVIEW)) {
                bench.settle();
                return Stream.of(bench.scene.getRoot(), bench.scene.lookup(".shell"))
                        .map(node -> ((Region) node)
                                .getBackground()
                                .getFills()
                                .getFirst()
                                .getFill())
                        .toList();
            }
        });

        assertThat(paints.getLast()).isEqualTo(paints.getFirst());
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void everythingThatTakesTheFocusSaysWhatItIs(Place place) throws Exception {
        List<String> silent = FxThread.call(() -> {
            try (ShellBench bench = bench(place)) {
                return all(bench.scene.getRoot())
                        .filter(Node::isFocusTraversable)
                        .filter(node -> !(node instanceof ScrollBar))
                        .filter(node -> !saysSomething(node))
                        .map(Node::toString)
                        .toList();
            }
        });

        assertThat(silent).isEmpty();
    }

    private static boolean saysSomething(Node node) {
        return notBlank(node.getAccessibleText())
                || (node instanceof Labeled labeled && notBlank(labeled.getText()))
                || (node instanceof TextInputControl field && notBlank(field.getPromptText()));
    }

    private static boolean notBlank(String text) {
        return text != null && !text.isBlank();
    }

    private static Stream<Node> all(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(ScreensTest::all))
                : Stream.of(node);
    }

    @Test
    void noScreenMakesTheStyleSheetsComplain() throws Exception {
        List<String> complaints = new ArrayList<>();
        Logger css = Logger.getLogger("javafx.css");
        Logger scene = Logger.getLogger("javafx.scene");
        Handler listening = listener(complaints);
        css.addHandler(listening);
        scene.addHandler(listening);
        try {
            FxThread.run(() -> {
                for (Place place : Place.values()) {
                    try (ShellBench bench = bench(place)) {
                        bench.settle();
                    }
                }
            });
        } finally {
            css.removeHandler(listening);
            scene.removeHandler(listening);
        }

        assertThat(complaints).isEmpty();
    }

    private static Handler listener(List<String> complaints) {
        return new Handler() {
            @Override
            public void publish(LogRecord log) {
                complaints.add(log.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void openedAndClosedManyTimesAScreenLeavesNoListeners(Place place) throws Exception {
        FxThread.run(() -> {
            Place elsewhere = place == Place.LEDGER ? Place.CONNECTIONS : Place.LEDGER;
            try (ShellBench bench = bench(elsewhere)) {
                bench.go(Destination.of(place));
                bench.go(Destination.of(elsewhere));
                Listeners before = Listeners.of(bench);

                for (int i = 0; i < TIMES; i++) {
                    bench.history.go(Destination.of(place));
                    bench.history.go(Destination.of(elsewhere));
                }

                assertThat(Listeners.of(bench)).isEqualTo(before);
            }
        });
    }
}
