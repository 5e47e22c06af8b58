package dev.curfew.app.console;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Keeps pictures of what a person would see, for people to look at (`app/target/screens`).
final class Pictures {

    private static final Path FOLDER = Path.of("target", "screens");

    private Pictures() {}

    /// @param name without its ending
    /// @return how many colours it has: a picture of nothing has one or two
    static long keep(WritableImage image, String name) throws IOException {
        BufferedImage picture = SwingFXUtils.fromFXImage(image, null);
        Files.createDirectories(FOLDER);
        ImageIO.write(picture, "png", FOLDER.resolve(name + ".png").toFile());
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .map(at -> picture.getRGB(at % picture.getWidth(), at / picture.getWidth()))
                .distinct()
                .count();
    }
}
