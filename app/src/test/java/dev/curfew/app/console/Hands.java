package dev.curfew.app.console;

import dev.curfew.app.console.action.ActionMenu;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/// Does what a person does with what is on the screen. Only on the JavaFX thread.
record Hands(ShellBench bench) {

    /// Presses the button with these words, one in a dialog before one behind it, or chooses them from a menu.
    void press(String words) {
        bench.settle();
        List<ButtonBase> buttons = all(ButtonBase.class, button -> words.equals(button.getText()));
        if (!buttons.isEmpty()) {
            buttons.getLast().fire();
            bench.settle();
        } else {
            menu(words);
        }
    }

    /// What a screen reader says of the button with these words: why it cannot be pressed, where it cannot. From a menu
    /// it
    /// is chosen, and then said.
    String said(String words) {
        bench.settle();
        List<ButtonBase> buttons = all(ButtonBase.class, button -> words.equals(button.getText()));
        if (!buttons.isEmpty()) {
            return buttons.getLast().getAccessibleText();
        }
        menu(words + " (not now)");
        return Window.getWindows().stream()
                .flatMap(window -> window.getScene().getRoot().lookupAll(".reason").stream())
                .map(reason -> ((Labeled) reason).getText())
                .collect(Collectors.joining("\n"));
    }

    /// Presses the first button whose words start so: the rest is a count.
    void pressStarting(String words) {
        bench.settle();
        all(ButtonBase.class, button -> String.valueOf(button.getText()).startsWith(words))
                .getFirst()
                .fire();
        bench.settle();
    }

    /// Chooses from the menu with the rest of a screen's actions.
    void menu(String words) {
        bench.settle();
        List<ActionMenu> menus = all(ActionMenu.class, _ -> true);
        menus.forEach(menu -> menu.getOnShowing().handle(new Event(MenuButton.ON_SHOWING)));
        menus.stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> words.equals(item.getText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("neither button nor menu has " + words + ", but " + texts()))
                .fire();
        bench.settle();
    }

    /// Fills in who signs and with what.
    ///
    /// @param officer as in the list of those who may
    void sign(int officer, String passphrase) {
        choose("#officer", officer);
        type("#officer-passphrase", passphrase);
    }

    /// @param officer a part of what the list says of them
    void sign(String officer, String passphrase) {
        sign(choiceOf("#officer", officer), passphrase);
    }

    void type(String selector, String text) {
        bench.settle();
        ((TextInputControl) bench.find(selector)).setText(text);
        bench.settle();
    }

    /// Types into the field whose accessible text starts with these words.
    void typeInto(String words, String text) {
        bench.settle();
        all(
                        TextInputControl.class,
                        field -> String.valueOf(field.getAccessibleText()).startsWith(words))
                .getLast()
                .setText(text);
        bench.settle();
    }

    void key(String selector, KeyCode code) {
        Node node = bench.find(selector);
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        bench.settle();
    }

    /// With Ctrl, perhaps with Shift.
    void key(String selector, KeyCode code, boolean control, boolean shift) {
        bench.find(selector).fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
        bench.settle();
    }

    void selectFirst(String list) {
        ((ListView<?>) bench.find(list)).getSelectionModel().selectFirst();
        bench.settle();
    }

    void choose(String selector, int item) {
        bench.settle();
        ((ComboBox<?>) bench.find(selector)).getSelectionModel().select(item);
        bench.settle();
    }

    /// What can be chosen from.
    List<String> choices(String selector) {
        bench.settle();
        return ((ComboBox<?>) bench.find(selector))
                .getItems().stream().map(String::valueOf).toList();
    }

    /// Which choice says this.
    int choiceOf(String selector, String part) {
        List<String> choices = choices(selector);
        return IntStream.range(0, choices.size())
                .filter(at -> choices.get(at).contains(part))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + part + " in " + choices));
    }

    /// Every text that can be read now.
    List<String> texts() {
        bench.settle();
        return all(
                        Labeled.class,
                        label -> label.getText() != null && !label.getText().isBlank())
                .stream()
                .map(Labeled::getText)
                .toList();
    }

    private <T extends Node> List<T> all(Class<T> type, Predicate<T> wanted) {
        return all(bench.scene.getRoot())
                .filter(type::isInstance)
                .map(type::cast)
                .filter(wanted)
                .toList();
    }

    private static Stream<Node> all(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(Hands::all))
                : Stream.of(node);
    }
}
