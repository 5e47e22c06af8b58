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
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.ListView;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Takes a picture of every screen, light and dark, full and empty, at both text sizes, for people to look at
/// (`app/target/screens`). It fails when a screen cannot be drawn, or is drawn with nothing on it.
class ScreenPicturesTest {

    private static final Path PICTURES = Path.of("target", "screens");

    /// An empty screen still has its title, its words and a button.
    private static final int COLOURS_MIN = 20;

    private static SampleWorkspace full;
    private static SampleWorkspace empty;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        full = SampleWorkspace.filled();
        empty = SampleWorkspace.empty();
        Files.createDirectories(PICTURES);
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
        BufferedImage picture = FxThread.call(() -> {
            Theme theme = new Theme();
            theme.appearance().set(appearance);
            theme.textSize().set(size);
            InstantSource clock = () -> SampleWorkspace.NOW;
            try (ShellBench bench = new ShellBench(desk, theme, clock, start(place, filling))) {
                if (bench.scene.getRoot().lookup("#reach-list") instanceof ListView<?> list) {
                    list.getSelectionModel().select(list.getItems().size() / 2);
                }
                WritableImage image = bench.picture();
                return SwingFXUtils.fromFXImage(image, null);
            }
        });
        String name = String.join(
                "-",
                place.name().toLowerCase(Locale.ROOT),
                filling,
                appearance.name().toLowerCase(Locale.ROOT),
                String.valueOf(size.percent()));
        ImageIO.write(picture, "png", PICTURES.resolve(name + ".png").toFile());
        assertThat(colours(picture)).as("colours of %s", name).isGreaterThan(COLOURS_MIN);
    }

    /// With something selected, so that inspectors and drawings show.
    private static Destination start(Place place, String filling) {
        if (filling.equals("empty")) {
            return Destination.of(place);
        }
        return switch (place) {
            case INVENTORY, BLAST_RADIUS -> Destination.of(place, Story.CI_ROLE);
            case OVERVIEW, EXPIRING, EXCEPTIONS, REVOCATION, LEDGER, CONNECTIONS -> Destination.of(place);
        };
    }

    private static long colours(BufferedImage picture) {
        return java.util.stream.IntStream.range(0, picture.getWidth() * picture.getHeight())
                .map(at -> picture.getRGB(at % picture.getWidth(), at / picture.getWidth()))
                .distinct()
                .count();
    }
}
