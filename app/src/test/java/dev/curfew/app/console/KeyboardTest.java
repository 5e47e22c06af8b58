package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.action.ActionMenu;
import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.Theme;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Everything without a mouse.
class KeyboardTest {

    private static SampleWorkspace workspace;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        workspace = SampleWorkspace.decided();
    }

    @AfterAll
    static void close() throws IOException {
        workspace.close();
    }

    private static ShellBench bench(Place place) {
        return new ShellBench(workspace.desk(), new Theme(), () -> SampleWorkspace.NOW, Destination.of(place));
    }

    private static void press(ShellBench bench, KeyCode code, boolean control) {
        Node target = bench.scene.getFocusOwner() == null ? bench.find(".shell") : bench.scene.getFocusOwner();
        target.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
        bench.settle();
    }

    @Test
    void everyScreenHasAKeyOfItsOwn() throws Exception {
        FxThread.run(() -> {
            try (ShellBench bench = bench(Place.OVERVIEW)) {
                KeyCode[] keys = {
                    KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4,
                    KeyCode.DIGIT5, KeyCode.DIGIT6, KeyCode.P, KeyCode.DIGIT7,
                    KeyCode.R, KeyCode.DIGIT8, KeyCode.DIGIT9, KeyCode.DIGIT0
                };
                List<Place> places = List.of(Place.values());
                for (int i = 0; i < places.size(); i++) {
                    press(bench, keys[i], true);
                    assertThat(bench.history.here().get().place()).isEqualTo(places.get(i));
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void noKeyMeansTwoThings(Place place) throws Exception {
        FxThread.run(() -> {
            try (ShellBench bench = bench(place)) {
                press(bench, KeyCode.F1, false);
                List<String> keys = bench.find(".key-sheet").lookupAll(".key").stream()
                        .map(label -> ((Labeled) label).getText())
                        .toList();
                assertThat(keys).contains("F9").doesNotHaveDuplicates();
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void everyActionOfAScreenIsAButtonInTheTabOrderOrInTheMenu(Place place) throws Exception {
        FxThread.run(() -> {
            try (ShellBench bench = bench(place)) {
                Set<String> reachable = bench.scene.getRoot().lookupAll(".action-button").stream()
                        .filter(Node::isFocusTraversable)
                        .map(ActionButton.class::cast)
                        .map(button -> button.action().words())
                        .collect(Collectors.toSet());
                bench.scene.getRoot().lookupAll(".action-menu").stream()
                        .map(ActionMenu.class::cast)
                        .flatMap(menu -> menu.getItems().stream())
                        .map(MenuItem::getText)
                        .map(words -> words.replace(" (not now)", ""))
                        .forEach(reachable::add);

                assertThat(reachable).containsAll(actions(bench, place));
            }
        });
    }

    private static List<String> actions(ShellBench bench, Place place) {
        return ConsoleScreens.of(bench.session).at(place).actions().stream()
                .map(Action::words)
                .toList();
    }

    @Test
    void tabGoesOnFromAReasonInsteadOfBeingWrittenIntoIt() throws Exception {
        FxThread.run(() -> {
            try (ShellBench bench = bench(Place.EXCEPTIONS)) {
                Hands hands = new Hands(bench);
                press(bench, KeyCode.N, true);
                hands.type("#picker-field", "break-glass");
                hands.key("#picker-field", KeyCode.ENTER);
                TextArea reason = (TextArea) bench.find("#request-reason");
                reason.requestFocus();
                hands.key("#request-reason", KeyCode.TAB);
                assertThat(reason.getText()).isEmpty();
                assertThat(bench.scene.getFocusOwner())
                        .isInstanceOfSatisfying(
                                Labeled.class,
                                more -> assertThat(more.getText()).isEqualTo("Ticket, workload and more"));
            }
        });
    }

    @Test
    void tabGoesOnFromAPlannedTextToo() throws Exception {
        FxThread.run(() -> {
            try (ShellBench bench = bench(Place.BLAST_RADIUS)) {
                bench.go(Destination.of(Place.BLAST_RADIUS, Story.CI_ROLE));
                Hands hands = new Hands(bench);
                hands.press("Compare a change");
                hands.type("#picker-field", "change what ci-deploy says");
                hands.key("#picker-field", KeyCode.ENTER);
                TextArea planned = (TextArea) bench.find("#planned-text");
                String before = planned.getText();
                planned.requestFocus();
                hands.key("#planned-text", KeyCode.TAB);
                assertThat(planned.getText()).isNotBlank().isEqualTo(before);
                assertThat(planned.isFocused()).isFalse();
            }
        });
    }

    /// Tab is a letter of a policy's text; what is only read is left by it.
    @Test
    void theEditorIsLeftByControlTabAndSaysSo() throws Exception {
        FxThread.run(() -> {
            try (ShellBench bench = bench(Place.POLICIES)) {
                Hands hands = new Hands(bench);
                hands.press("Text");
                TextArea text = (TextArea) bench.find("#policies-text");
                String before = text.getText();
                text.requestFocus();
                hands.key("#policies-text", KeyCode.TAB);
                assertThat(text.getText()).isEqualTo("\t" + before);
                assertThat(text.isFocused()).isTrue();
                assertThat(hands.texts()).contains("Tab indents. Ctrl+Tab goes on, Ctrl+Shift+Tab back.");

                hands.key("#policies-text", KeyCode.TAB, true, false);
                assertThat(text.isFocused()).isFalse();
                text.requestFocus();
                hands.key("#policies-text", KeyCode.TAB, true, true);
                assertThat(text.isFocused()).isFalse();
                assertThat(text.getText()).isEqualTo("\t" + before);
            }
        });
    }

    @Test
    void tabGoesOnFromATextThatIsOnlyRead() throws Exception {
        FxThread.run(() -> {
            try (ShellBench bench = bench(Place.POLICIES)) {
                Hands hands = new Hands(bench);
                ((TableView<?>) bench.find("#policies-rules"))
                        .getSelectionModel()
                        .selectFirst();
                bench.settle();
                TextArea read = (TextArea) bench.find(".document");
                String before = read.getText();
                read.requestFocus();
                hands.key(".document", KeyCode.TAB);
                assertThat(read.getText()).isNotBlank().isEqualTo(before);
                assertThat(read.isFocused()).isFalse();
            }
        });
    }

    @Test
    void controlKOpensThePaletteAndEscapeClosesIt() throws Exception {
        FxThread.run(() -> {
            try (ShellBench bench = bench(Place.OVERVIEW)) {
                press(bench, KeyCode.K, true);
                assertThat(bench.sheets.isDisplay()).isTrue();

                new Hands(bench).key("#picker-field", KeyCode.ESCAPE);
                assertThat(bench.sheets.isDisplay()).isFalse();
            }
        });
    }

    @Test
    void f1ShowsTheKeysAndF9IsInReachAlsoFromADialogAndAgain() throws Exception {
        FxThread.run(() -> {
            try (ShellBench bench = bench(Place.OVERVIEW)) {
                press(bench, KeyCode.F1, false);
                assertThat(new Hands(bench).texts()).contains("Everywhere", "Something leaked", "F9");

                press(bench, KeyCode.F9, false);
                assertThat(bench.find("#leaked-named")).isNotNull();
                new Hands(bench).press("Cancel");
                assertThat(bench.sheets.isDisplay()).isFalse();

                press(bench, KeyCode.F9, false);
                assertThat(bench.sheets.isDisplay()).isTrue();
            }
        });
    }

    @Test
    void escapeClearsTheFilterThenClosesTheInspector() throws Exception {
        FxThread.run(() -> {
            try (ShellBench bench = bench(Place.INVENTORY)) {
                bench.go(Destination.of(Place.INVENTORY, Story.CI_ROLE));
                TextField filter = (TextField) bench.find("#inventory-filter");
                filter.setText("ci-");
                assertThat(bench.scene.getRoot().lookup(".inspector")).isNotNull();

                press(bench, KeyCode.ESCAPE, false);
                assertThat(filter.getText()).isEmpty();
                assertThat(bench.scene.getRoot().lookup(".inspector")).isNotNull();

                press(bench, KeyCode.ESCAPE, false);
                assertThat(bench.scene.getRoot().lookup(".inspector")).isNull();

                press(bench, KeyCode.F8, false);
                assertThat(bench.scene.getRoot().lookup(".inspector")).isNotNull();
            }
        });
    }

    @Test
    void whatCannotBeDoneIsInTheTabOrderAndSaysWhy() throws Exception {
        String said = FxThread.call(() -> {
            try (ShellBench bench = bench(Place.INVENTORY)) {
                bench.go(Destination.of(Place.INVENTORY, Story.CI_ROLE));
                return bench.scene.getRoot().lookupAll(".action-button").stream()
                        .map(ActionButton.class::cast)
                        .filter(button ->
                                button.getText() != null && button.getText().equals("Plan revocation"))
                        .filter(Node::isFocusTraversable)
                        .map(Node::getAccessibleText)
                        .findFirst()
                        .orElseThrow();
            }
        });

        assertThat(said).startsWith("Plan revocation: not now. The sample estate is made up");
    }
}
