package dev.curfew.app.console.shell;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.navigation.History;
import dev.curfew.app.console.navigation.Navigator;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.Appearance;
import dev.curfew.app.console.theme.TextSize;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.model.text.Messages;
import java.util.Arrays;
import java.util.List;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// The actions that hold on every screen.
final class Commands {

    private static final Messages MESSAGES = Messages.of(Commands.class);

    private final Theme theme;

    Commands(Theme theme) {
        this.theme = theme;
    }

    static List<Action> places(Navigator navigator) {
        return Arrays.stream(Place.values())
                .map(place -> Action.of(place.title(), place.icon(), () -> navigator.go(place))
                        .on(place.keys()))
                .toList();
    }

    static Action back(History history) {
        return Action.of(MESSAGES.text("back"), Material2OutlinedAL.ARROW_BACK, history::back)
                .on("Alt+Left");
    }

    static Action forward(History history) {
        return Action.of(MESSAGES.text("forward"), Material2OutlinedAL.ARROW_FORWARD, history::forward)
                .on("Alt+Right");
    }

    static Action refresh(Runnable reload) {
        return Action.of(MESSAGES.text("refresh"), Material2OutlinedMZ.REFRESH, reload)
                .on("F5");
    }

    static Action filter(Runnable focus) {
        return Action.of(MESSAGES.text("filter"), Material2OutlinedAL.FILTER_LIST, focus)
                .on("Shortcut+F");
    }

    static Action inspector(Runnable toggle) {
        return Action.of(MESSAGES.text("inspector"), Material2OutlinedMZ.VERTICAL_SPLIT, toggle)
                .on("F8");
    }

    static Action palette(Runnable open) {
        return Action.of(MESSAGES.text("palette"), Material2OutlinedMZ.SEARCH, open)
                .on("Shortcut+K");
    }

    /// Whoever needs it needs it at once.
    static Action leaked(Runnable open) {
        return Action.of(MESSAGES.text("leaked"), Material2OutlinedMZ.REPORT, open)
                .on("F9");
    }

    static Action signIn(Runnable open) {
        return Action.of(MESSAGES.text("sign-in"), Material2OutlinedMZ.PERSON_OUTLINE, open)
                .on("Shortcut+Shift+I");
    }

    static Action keys(Runnable open) {
        return Action.of(MESSAGES.text("keys"), Material2OutlinedAL.KEYBOARD, open)
                .on("Shortcut+Slash");
    }

    Action toggleTheme() {
        return Action.of(
                        MESSAGES.text("theme"),
                        Material2OutlinedMZ.TONALITY,
                        () -> theme.appearance().set(theme.isDark() ? Appearance.LIGHT : Appearance.DARK))
                .on("Shortcut+Shift+L");
    }

    Action larger() {
        return Action.of(MESSAGES.text("larger"), Material2OutlinedMZ.ZOOM_IN, () -> resize(1))
                .on("Shortcut+Equals");
    }

    Action smaller() {
        return Action.of(MESSAGES.text("smaller"), Material2OutlinedMZ.ZOOM_OUT, () -> resize(-1))
                .on("Shortcut+Minus");
    }

    private void resize(int steps) {
        List<TextSize> sizes = List.of(TextSize.values());
        int wanted = sizes.indexOf(theme.textSize().get()) + steps;
        theme.textSize().set(sizes.get(Math.clamp(wanted, 0, sizes.size() - 1)));
    }
}
