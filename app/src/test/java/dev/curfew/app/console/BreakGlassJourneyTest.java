package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.Appearance;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.console.work.Running;
import dev.curfew.app.usecase.Desk;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A drill over the console, on a real OpenBao: overdue in the overview, one button, the result, light and dark.
@WithOpenBao
class BreakGlassJourneyTest {
    @Test
    void aPathIsDrilledByOneButton(OpenBao openBao) throws Exception {
        try (SampleWorkspace workspace = SampleWorkspace.live();
                GlassHouse house = new GlassHouse(workspace.desk(), openBao, Map.of())) {
            Desk desk = workspace.desk();
            house.register("bao-emergency");
            house.register("bao-night");
            FxThread.run(() -> {
                try (ShellBench bench =
                        new ShellBench(desk, new Theme(), Clock.systemUTC(), Destination.of(Place.OVERVIEW))) {
                    travel(bench, new Hands(bench), house);
                }
                for (Appearance appearance : List.of(Appearance.LIGHT, Appearance.DARK)) {
                    picture(desk, appearance);
                }
            });
        }
    }

    @Test
    void whatOneAccountDidIsNotAskedOnWhenAnotherIsLookedAt(OpenBao openBao) throws Exception {
        try (SampleWorkspace workspace = SampleWorkspace.live();
                GlassHouse house = new GlassHouse(workspace.desk(), openBao, Map.of())) {
            house.register("bao-first");
            house.register("bao-second");
            FxThread.run(() -> {
                Asked asked = new Asked();
                try (ShellBench bench = new ShellBench(
                        workspace.desk(), Clock.systemUTC(), Destination.of(Place.BREAK_GLASS, "bao-first"), asked)) {
                    Running first = asked.show(bench);
                    bench.go(Destination.of(Place.BREAK_GLASS, "bao-second"));
                    assertThat(first.isCancelled()).isTrue();
                }
            });
        }
    }

    @Test
    void aPathIsRegisteredInTheWindowAndDrilled(OpenBao openBao) throws Exception {
        try (SampleWorkspace workspace = SampleWorkspace.live();
                GlassHouse house = new GlassHouse(workspace.desk(), openBao, Map.of())) {
            FxThread.run(() -> {
                for (Appearance appearance : List.of(Appearance.DARK, Appearance.LIGHT)) {
                    registerPicture(workspace.desk(), appearance);
                }
                try (ShellBench bench = new ShellBench(
                        workspace.desk(), new Theme(), Clock.systemUTC(), Destination.of(Place.BREAK_GLASS))) {
                    register(new Hands(bench), house);
                }
            });
            assertThat(workspace.desk().breakGlasses().find("bao-window").path().holders())
                    .hasSize(2);
        }
    }

    private static void register(Hands hands, GlassHouse house) {
        hands.press("Register a path");
        hands.type("#register-name", "bao-window");
        hands.type("#register-credential", house.account("window"));
        hands.type("#register-canary", GlassHouse.CANARY);
        hands.type("#register-alert", "siem");
        hands.sign(0, GlassHouse.passphrase("ada"));
        hands.type("#holder-ada", GlassHouse.passphrase("ada"));
        assertThat(hands.texts()).anyMatch(text -> text.startsWith("That is no address of a webhook"));
        hands.type("#register-alert", house.receiverAddress().toString());
        assertThat(hands.texts()).contains("The envelope needs 2 holders.");
        hands.type("#holder-bo", GlassHouse.passphrase("bo"));
        hands.press("Register and seal");
        assertThat(hands.texts()).anyMatch(text -> text.startsWith("bao-window is registered."));
        drill(hands, "bao-window");
        assertThat(hands.texts()).anyMatch(text -> text.startsWith("bao-window passed. Evidence: "));
    }

    private static void registerPicture(Desk desk, Appearance appearance) throws IOException {
        Theme theme = new Theme();
        theme.appearance().set(appearance);
        String name = "break-glass-register-" + appearance.name().toLowerCase(Locale.ROOT);
        try (ShellBench bench = new ShellBench(desk, theme, Clock.systemUTC(), Destination.of(Place.BREAK_GLASS))) {
            assertThat(Pictures.keep(bench.picture(), name + "-empty")).isGreaterThan(20);
            new Hands(bench).press("Register a path");
            assertThat(Pictures.keep(bench.picture(), name)).isGreaterThan(20);
        }
    }

    private static void travel(ShellBench bench, Hands hands, GlassHouse house) {
        assertThat(hands.texts()).contains("bao-emergency was never drilled");
        bench.go(Destination.of(Place.BREAK_GLASS, "bao-emergency"));
        drill(hands, "bao-emergency");
        assertThat(hands.texts())
                .anyMatch(text -> text.startsWith("bao-emergency passed. Evidence: "))
                .contains("drilled", "1 of 1 passed, let in after " + activation(hands));

        house.confirming(false);
        bench.go(Destination.of(Place.BREAK_GLASS, "bao-night"));
        drill(hands, "bao-night");
        assertThat(hands.texts())
                .anyMatch(text -> text.startsWith("bao-night did not pass, at Alert: 127.0.0.1 took the message"))
                .contains("Alert: failed", "0 of 1 passed, let in after " + activation(hands));
    }

    private static String activation(Hands hands) {
        return hands.texts().stream()
                .filter(text -> text.startsWith("Activation: "))
                .map(text -> text.substring("Activation: ".length()))
                .findFirst()
                .orElseThrow();
    }

    private static void drill(Hands hands, String path) {
        hands.press("Drill now");
        hands.sign(0, GlassHouse.passphrase("ada"));
        hands.type("#holder-ada", GlassHouse.passphrase("ada"));
        hands.type("#holder-bo", GlassHouse.passphrase("bo"));
        hands.press("Drill " + path);
    }

    private static void picture(Desk desk, Appearance appearance) throws IOException {
        Theme theme = new Theme();
        theme.appearance().set(appearance);
        String name = "break-glass-drilled-" + appearance.name().toLowerCase(Locale.ROOT);
        try (ShellBench bench =
                new ShellBench(desk, theme, Clock.systemUTC(), Destination.of(Place.BREAK_GLASS, "bao-night"))) {
            assertThat(Pictures.keep(bench.picture(), name)).isGreaterThan(20);
            new Hands(bench).press("Drill now");
            assertThat(Pictures.keep(bench.picture(), name + "-dialog")).isGreaterThan(20);
        }
    }
}
