package dev.curfew.app.console;

import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.screen.Screen;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.shell.Screens;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/// Which screen stands where: the one place that knows them all.
final class ConsoleScreens {

    private ConsoleScreens() {}

    static Screens of(Session session) {
        Map<Place, Supplier<Screen>> makers = new EnumMap<>(Place.class);
        return new Screens(makers);
    }
}
