package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.theme.Appearance;
import dev.curfew.app.console.theme.TextSize;
import dev.curfew.app.console.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Keeps pictures of what a person would see, for people to look at (`app/target/screens`).
final class Pictures {

    private static final Path FOLDER = Path.of("target", "screens");

    private Pictures() {}

    private static final int COLOURS_MIN = 20;

    /// Draws the same light at 100 % and dark at 150 %.
    ///
    /// @param name as in [#keep], without theme and size
    static void inBothThemesAndSizes(String name, Function<Theme, ShellBench> open, Consumer<ShellBench> look)
            throws Exception {
        for (Appearance appearance : new Appearance[] {Appearance.LIGHT, Appearance.DARK}) {
            TextSize size = appearance == Appearance.LIGHT ? TextSize.PERCENT_100 : TextSize.PERCENT_150;
            String whole = name + "-" + appearance.name().toLowerCase(Locale.ROOT) + "-" + size.percent();
            long colours = FxThread.call(() -> {
                Theme theme = new Theme();
                theme.appearance().set(appearance);
                theme.textSize().set(size);
                try (ShellBench bench = open.apply(theme)) {
                    look.accept(bench);
                    return keep(bench.picture(), whole);
                }
            });
            assertThat(colours).as("colours of %s", whole).isGreaterThan(COLOURS_MIN);
        }
    }

    /// @param name without its ending
    /// @return how many colours it has: a picture of nothing has one or two
    static long keep(WritableImage image, String name) throws IOException {
        BufferedImage picture = SwingFXUtils.fromFXImage(image, null);
        Files.createDirectories(FOLDER);
        ImageIO.write(picture, "png", FOLDER.resolve(name + ".png").toFile());
        return colours(picture);
    }

    static long colours(WritableImage image) {
        return colours(SwingFXUtils.fromFXImage(image, null));
    }

    private static long colours(BufferedImage picture) {
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .map(at -> picture.getRGB(at % picture.getWidth(), at / picture.getWidth()))
                .distinct()
                .count();
    }
}
