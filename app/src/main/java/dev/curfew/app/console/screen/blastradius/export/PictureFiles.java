package dev.curfew.app.console.screen.blastradius.export;

import dev.curfew.app.console.screen.blastradius.answer.Answer;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing;
import dev.curfew.app.console.screen.blastradius.drawing.paint.Paints;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Writes a drawing as a picture. For the background.
public final class PictureFiles {
    /// Sharp in a document and on a large screen.
    private static final double PIXELS_OF_AN_EM = 26;

    /// 160 MB while it is painted; a larger drawing comes out with fewer pixels, never cut.
    private static final double PIXELS_MAX = 40_000_000;

    /// As large as on the screen at 100 %.
    private static final double SVG_PIXELS_OF_AN_EM = 13;

    private PictureFiles() {}

    public static void png(Path file, Answer answer, Drawing drawing, Paints paints) throws IOException {
        Plate plate = new Plate(answer, drawing, paints);
        double most = Math.sqrt(PIXELS_MAX / (plate.widthEm() * plate.heightEm()));
        double scale = Math.min(PIXELS_OF_AN_EM, most);
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(plate.widthEm() * scale),
                (int) Math.ceil(plate.heightEm() * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            plate.paint(new AwtPen(graphics), scale);
        } finally {
            graphics.dispose();
        }
        ImageIO.write(image, "png", file.toFile());
    }

    public static void svg(Path file, Answer answer, Drawing drawing, Paints paints) throws IOException {
        Plate plate = new Plate(answer, drawing, paints);
        SvgPen pen = new SvgPen();
        plate.paint(pen, SVG_PIXELS_OF_AN_EM);
        String document = pen.document(
                plate.widthEm() * SVG_PIXELS_OF_AN_EM, plate.heightEm() * SVG_PIXELS_OF_AN_EM, plate.title());
        Files.writeString(file, document, StandardCharsets.UTF_8);
    }
}
