package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.Appearance;
import dev.curfew.app.console.theme.TextSize;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.usecase.Desk;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Takes a picture of every screen, light and dark, full and empty, at both text sizes, for people to look at
/// (`app/target/screens`). It fails when a screen cannot be drawn, or is drawn with nothing on it.
class ScreenPicturesTest {

    /// An empty screen still has its title, its words and a button.
    private static final int COLOURS_MIN = 20;

    private static SampleWorkspace full;
    private static SampleWorkspace empty;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        full = SampleWorkspace.decided();
        empty = SampleWorkspace.empty();
    }

    @AfterAll
    static void close() throws IOException {
        full.close();
        empty.close();
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void everyScreenIsDrawnInBothThemesAndSizesFullAndEmpty(Place place) throws Exception {
        for (Appearance appearance : new Appearance[] {Appearance.LIGHT, Appearance.DARK}) {
            for (TextSize size : new TextSize[] {TextSize.PERCENT_100, TextSize.PERCENT_150}) {
                take(full.desk(), place, appearance, size, "full");
            }
            take(empty.desk(), place, appearance, TextSize.PERCENT_100, "empty");
        }
    }

    private static void take(Desk desk, Place place, Appearance appearance, TextSize size, String filling)
            throws Exception {
        String name = String.join(
                "-",
                place.name().toLowerCase(Locale.ROOT),
                filling,
                appearance.name().toLowerCase(Locale.ROOT),
                String.valueOf(size.percent()));
        long colours = FxThread.call(() -> {
            Theme theme = new Theme();
            theme.appearance().set(appearance);
            theme.textSize().set(size);
            InstantSource clock = () -> SampleWorkspace.NOW;
            try (ShellBench bench = new ShellBench(desk, theme, clock, start(place, desk))) {
                if (bench.scene.getRoot().lookup("#reach-list") instanceof ListView<?> list) {
                    list.getSelectionModel().select(list.getItems().size() / 2);
                }
                return Pictures.keep(bench.picture(), name);
            }
        });
        assertThat(colours).as("colours of %s", name).isGreaterThan(COLOURS_MIN);
    }

    /// With something selected, so that inspectors and drawings show.
    private static Destination start(Place place, Desk desk) {
        return switch (place) {
            case INVENTORY, BLAST_RADIUS ->
                desk.equals(empty.desk()) ? Destination.of(place) : Destination.of(place, Story.CI_ROLE);
            case EXCEPTIONS ->
                desk.exceptions().list().stream()
                        .map(it -> Destination.of(place, it.request().id()))
                        .findFirst()
                        .orElseGet(() -> Destination.of(place));
            case BREAK_GLASS ->
                desk.breakGlasses().list().stream()
                        .map(it -> Destination.of(place, it.path().name()))
                        .findFirst()
                        .orElseGet(() -> Destination.of(place));
            case OVERVIEW, EXPIRING, POLICIES, PLAYBOOKS, REVOCATION, ROTATION, LEDGER, CONNECTIONS ->
                Destination.of(place);
        };
    }
}
